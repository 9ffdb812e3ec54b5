"""What one must know of a comparison before reading it, in sentences."""

from collections.abc import Iterator, Sequence

from sim.measures.studies import ComparisonNotes
from sim.show.text.measure_text import measure_name
from sim.show.text.verdicts import warmup_verdict
from sim.words import Language, label


def comparison_notes(notes: ComparisonNotes, language: Language) -> Iterator[str]:
    """Yield what was changed for equal cost, targets that were not reached, and warm-ups that were too short."""
    for name, its in notes.equal_cost.items():
        before, after = f"{its['before']:,.6g}", f"{its['after']:,.6g}"
        left = f"{its['left_over_yuan']:,.0f}"
        yield label("equal_cost_note", language).format(
            variant=name, path=its["path"], before=before, after=after, left=left
        )
    yield from unmet_notes(notes.unmet, language)
    for name, found in notes.unsettled.items():
        yield f"{name}: {warmup_verdict(found, notes.warmup_days, language)}"


def unmet_notes(measures: Sequence[str], language: Language) -> Iterator[str]:
    """Yield a sentence that names the measures not known as well as asked, if there are any."""
    if measures:
        names = label("comma", language).join(measure_name(name, language) for name in measures)
        yield label("unmet_note", language).format(names=names)
