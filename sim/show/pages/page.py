"""What all reports share: templates and style from the package, figures set into pages."""

from __future__ import annotations

from importlib import resources

import jinja2

from sim.record import contents

REPORT = contents.REPORT
FIGURES = contents.FIGURES


def environment() -> jinja2.Environment:
    """Return the environment of the templates that lie in this folder."""
    loader = jinja2.FunctionLoader(resource)
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


def resource(name: str) -> str:
    """Return the text of a file of this folder."""
    return (resources.files("sim.show.pages") / name).read_text(encoding="utf-8")


def inline(svg: str) -> str:
    """Return the SVG element alone, without the heading of a file of its own."""
    return svg[svg.index("<svg") :]
