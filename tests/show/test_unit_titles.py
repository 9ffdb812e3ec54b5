import pytest

from sim.show.text.unit_titles import unit_title


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("municipal_works", "Municipal works", "市政"),
        ("sanitation 0", "Street sanitation team 0", "街道环卫队 0"),
        ("grid 11", "grid 11", "网格 11"),
        ("members 2", "party members 2", "党员 2"),
        ("lead_joint 3", "lead_joint 3", "lead_joint 3"),
        ("", "", ""),
    ],
)
def test_units_are_called_by_their_titles(document, name, english, chinese):
    assert unit_title(name, document, "en") == english
    assert unit_title(name, document, "zh") == chinese
