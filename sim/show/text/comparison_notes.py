"""What one must know of a comparison before reading it, in sentences."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sim.measures.studies import ComparisonNotes
from sim.show.text.measure_text import measure_name
from sim.show.text.money import money
from sim.show.text.settings import setting_title
from sim.show.text.verdicts import warmup_verdict
from sim.words import Language, label


def comparison_notes(
    notes: ComparisonNotes, titles: Mapping[str, str], document: Mapping[str, Any], language: Language
) -> Iterator[str]:
    """Yield what was changed for equal cost, targets that were not reached, warm-ups that were too short, and queues
    that grew; `titles` are those of the variants by name, `document` is the scenario of the first."""
    for name, its in notes.equal_cost.items():
        before, after = f"{its['before']:,.6g}", f"{its['after']:,.6g}"
        left = money(its["left_over_yuan"], language)
        yield label("equal_cost_note", language).format(
            variant=titles[name],
            path=setting_title(its["path"], document, language),
            before=before,
            after=after,
            left=left,
        )
    yield from unmet_note(notes.unmet, language)
    for name, found in notes.unsettled.items():
        told = warmup_verdict(found, notes.warmup_days, language)
        yield label("setting_of", language).format(entry=titles[name], title=told)
    for name, count in notes.growing.items():
        yield label("queues_grew", language).format(variant=titles[name], n=count)


def unmet_note(unmet: Sequence[str], language: Language) -> Iterator[str]:
    """Yield the sentence that names the measures which are not known as well as was asked, if there are any."""
    if unmet:
        names = label("comma", language).join(measure_name(name, language) for name in unmet)
        yield label("unmet_note", language).format(names=names)
