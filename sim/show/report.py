"""The report of a result folder: one HTML page that needs nothing else, to read, print and forward."""

import os
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
import pandas as pd
from markupsafe import Markup
from ruamel.yaml import YAML

from sim.measures.tables import Watched
from sim.record.store import Results, read_results
from sim.show.assumptions import assumptions
from sim.show.backlog import draw_backlog
from sim.show.closing_curves import draw_curves
from sim.show.district_map import draw_map
from sim.show.labels import label, titled
from sim.show.levels import draw_levels
from sim.show.report_tables import field_rows, key_figures, origin_rows, themes, worst_communities
from sim.show.style import Language, Style, as_svg, style_for

REPORT = "report.html"
FIGURES = "figures"
MAPPED = ("never_reported_share", "closing_mean_h")
