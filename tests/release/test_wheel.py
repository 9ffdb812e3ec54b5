"""The wheel holds all that gridgov needs: installed elsewhere, in another folder, it does its work."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.release.build import ROOT, build_wheel
from tests.release.smoke import clean_environment, smoke

COMMAND = "import sys; from sim.cli import command; sys.argv[0] = 'gridgov'; command()"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def test_it_holds_the_package_and_the_presets_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"sim", "gridgov"}
    presets = {Path(name).name for name in names if name.startswith("sim/presets/")}
    assert presets == {file.name for file in (ROOT / "scenarios").iterdir()}


@pytest.mark.long  # `make wheel` does it in every Python there is
def test_installed_it_works_without_the_repository(wheel: Path, tmp_path: Path) -> None:
    installed, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(installed)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    environment = clean_environment(PYTHONPATH=str(installed))
    where = [sys.executable, "-c", "import sim; print(sim.__file__)"]
    found = subprocess.run(where, cwd=elsewhere, env=environment, capture_output=True, text=True, check=True)
    assert Path(found.stdout.strip()).is_relative_to(installed), "the checkout is tried instead"
    smoke([sys.executable, "-c", COMMAND], elsewhere, environment)
