"""The figure of the study ranking-and-inspection: what pressure does to what is said, and to what is true.

    .venv/bin/gridgov study experiments/ranking-and-inspection.yaml --out results/ranking-and-inspection
    .venv/bin/python experiments/pressure.py results/ranking-and-inspection [FIGURE]

Reads `responses.csv` there and draws, for each yardstick and demand (columns), four measures (rows) by the weight of
the monthly assessment, a line for each share of closings inspected with 95 % intervals of the means; into
`pressure.png` beside the table if no FIGURE is said.
"""

import sys
from itertools import product
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

MEASURES = {
    "said_in_time_share_due": ("said solved in time (%)", 100),
    "truly_in_time_share_due": ("truly solved in time (%)", 100),
    "reported_minus_true_in_time": ("said less true (points)", 100),
    "severity_days_open": ("severity-days (1,000 people, week)", 1),
}
"""Measures by row: what the axis says, and the factor that brings shares to per cent."""
LINES = {
    "none": ("#1f5a85", "none inspected"),
    "5 %": ("#c76f1e", "5 % inspected"),
    "20 %": ("#2c8a72", "20 % inspected"),
}
"""Shares of closings inspected by level: colour and name of the line."""


def drawn(responses: pd.DataFrame) -> Figure:
    """Return the figure of a table of responses (a row for each point and measure: factors, `mean`, `low`, `high`)."""
    columns = list(product(responses["judged"].unique(), sorted(responses["demand"].unique())))
    figure = Figure(figsize=(3 * len(columns), 2.7 * len(MEASURES)), layout="constrained")
    panels = figure.subplots(len(MEASURES), len(columns), sharex=True, sharey="row", squeeze=False)
    for row, (measure, (axis, factor)) in enumerate(MEASURES.items()):
        of_measure = responses[responses["measure"] == measure]
        for panel, (judged, demand) in zip(panels[row], columns, strict=True):
            here = of_measure[(of_measure["judged"] == judged) & (of_measure["demand"] == demand)]
            for level, (colour, name) in LINES.items():
                line = here[here["audit"] == level].sort_values("weight")
                mean, half = factor * line["mean"], factor * (line["high"] - line["low"]) / 2
                panel.errorbar(
                    line["weight"], mean, half, color=colour, label=name, marker="o", markersize=3, capsize=2
                )
            panel.spines[["top", "right"]].set_visible(False)
            panel.grid(color="#dfe5e9", linewidth=0.6)
        panels[row][0].set_ylabel(axis)
    for panel, (judged, demand) in zip(panels[0], columns, strict=True):
        panel.set_title(f"judged by {judged}\ndemand x {demand:g}", loc="left", fontsize="medium", fontweight="bold")
    for panel in panels[-1]:
        panel.set_xlabel("weight of the assessment")
    figure.legend(
        *panels[0][0].get_legend_handles_labels(), loc="outside lower center", ncols=len(LINES), frameon=False
    )
    return figure


if __name__ == "__main__":
    result = Path(sys.argv[1] if len(sys.argv) > 1 else "results/ranking-and-inspection")
    figure = Path(sys.argv[2]) if len(sys.argv) > 2 else result / "pressure.png"
    drawn(pd.read_csv(result / "responses.csv")).savefig(figure, dpi=80)
    print(figure)
