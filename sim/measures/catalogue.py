"""All measures, by theme, in the order in which they are shown: first what cannot be gamed."""

from sim.measures import burden, duration, fairness, finding, load, money, quality, residents, volume, whistle
from sim.measures.measure import Measure, Text

THEMES: dict[Text, tuple[Measure, ...]] = {
    Text("What residents live with", "居民的处境"): burden.MEASURES,
    Text("How much happens and is filed", "发生与立案"): volume.MEASURES,
    Text("How long it takes", "时长"): duration.MEASURES,
    Text("Who finds it, who puts it right", "谁发现，谁处置"): finding.MEASURES,
    Text("Whether it is done, and well", "办结与质量"): quality.MEASURES,
    Text("What residents say", "居民的评价"): residents.MEASURES,
    Text("Whistles", "吹哨报到"): whistle.MEASURES,
    Text("What those who work carry", "工作负荷"): load.MEASURES,
    Text("How even it is", "社区差异"): fairness.MEASURES,
    Text("What it costs", "成本"): money.MEASURES,
}

MEASURES: dict[str, Measure] = {measure.name: measure for theme in THEMES.values() for measure in theme}
