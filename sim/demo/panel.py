"""What the page shows: the controls of both policies, and below what comes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

import marimo as mo

from sim.demo.drawing import ObservationDays, curves, lines_at_departments, maps
from sim.demo.levers import Policy, as_it_is, assignments, has_numbers, levers
from sim.demo.stage import Stage
from sim.demo.told import difference_rows, difference_table
from sim.language.units import DAY_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism
from sim.scenario.problems import ScenarioError
from sim.words import label, tell_in, words

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

WORLDS = (2, 4, 8, 16)
USUAL_WORLDS = 4
LESS = 0.6
"""Share of its grid workers that policy B has when the page opens, so that there is something to see."""


def sliders(stage: Stage, fewer: bool = False) -> dict[str, mo.ui.slider]:
    """Return the sliders of one policy by lever; with `fewer` grid workers, or as the scenario has them."""
    found = {}
    for name, its in levers(stage.scenario).items():
        value = its.value if name != "workers" or not fewer else max(its.low, round(LESS * its.value))
        found[name] = mo.ui.slider(its.low, its.high, its.step, value, show_value=True, full_width=True)
    return found


def switches(stage: Stage) -> dict[str, mo.ui.switch]:
    """Return the switches of one policy by the section of their mechanism."""
    return {section: mo.ui.switch(on) for section, on in as_it_is(stage.scenario).switches.items()}


def worlds_slider() -> mo.ui.slider:
    """Return the slider for the number of worlds."""
    return mo.ui.slider(steps=list(WORLDS), value=USUAL_WORLDS, show_value=True, full_width=True)


def controls(
    stage: Stage,
    sides: tuple[Mapping[str, mo.ui.slider], Mapping[str, mo.ui.slider]],
    on: tuple[Mapping[str, mo.ui.switch], Mapping[str, mo.ui.switch]],
    worlds: mo.ui.slider,
) -> str:
    """Return the controls of both policies as HTML: a row for each lever and for each mechanism."""
    say = partial(label, language=stage.language)
    heads = (
        f'<span class="a">{escape(say("demo_policy_a"))}</span><span class="b">{escape(say("demo_policy_b"))}</span>'
    )
    rows = "".join(
        f"<label>{escape(say(f'demo_lever_{name}'))}</label>"
        f'<div class="pair" data-lever="{name}">{sides[0][name]}{sides[1][name]}</div>'
        for name in sides[0]
    )
    named = words(stage.language).mechanisms

    def flips(mechanisms: Sequence[Mechanism]) -> str:
        return "".join(
            f"<div><span>{escape(named[its.section])}</span>{on[0][its.section]}{on[1][its.section]}</div>"
            for its in mechanisms
        )

    told = [its for its in MECHANISMS if has_numbers(its, stage.scenario)]
    bare = [its for its in MECHANISMS if its not in told]
    return (
        f'<div class="controls"><div class="pair heads">{heads}</div>{rows}'
        f"<label>{escape(say('demo_worlds'))} <small>{escape(say('demo_worlds_note'))}</small></label>{worlds}"
        f'<div class="flips"><div><b>{escape(say("demo_mechanisms"))}</b><b>A</b><b>B</b></div>{flips(told)}'
        f"<details><summary>{escape(say('demo_no_numbers'))}</summary>{flips(bare)}</details></div></div>"
    )


def shown(stage: Stage, a: Policy, b: Policy, worlds: int) -> str:
    """Return what comes of two policies in so many worlds, as HTML; what cannot be simulated is told instead."""
    settings = [assignments(policy, stage.scenario) for policy in (a, b)]
    try:
        base, other = stage.worlds.outcomes(settings, worlds)
    except ScenarioError as error:
        told = escape(error.render(tell_in(stage.language)))
        return (
            f'<div class="demo refused"><p>{escape(label("demo_refused", stage.language))}</p><pre>{told}</pre></div>'
        )
    say = partial(label, language=stage.language)
    title = escape(getattr(stage.scenario.title, stage.language))
    first, second, key = maps(base, other, stage.language)
    span = _span(stage.scenario)
    same = f'<p class="note">{escape(say("demo_same"))}</p>' if settings[0] == settings[1] else ""
    return f"""<div class="demo" data-shown="{escape(" | ".join(map(" ".join, settings)))}">
<header><h1>{escape(say("demo_title"))}</h1><span>{title}</span></header>
{same}<div class="beside">
<div>{difference_table(difference_rows(base, other, stage.language), worlds, stage.language)}</div>
<div><figure><figcaption>{escape(say("demo_queue"))} <span class="a">{escape(say("demo_policy_a"))}</span>
<span class="b">{escape(say("demo_policy_b"))}</span></figcaption>
{curves(base, other, span, stage.language)}</figure>
<figure><figcaption>{escape(say("demo_waiting"))}</figcaption>
{lines_at_departments(base, other, span, stage.language)}</figure>
<div class="maps"><figure><figcaption class="a">{escape(say("demo_policy_a"))}</figcaption>{first}</figure>
<figure><figcaption class="b">{escape(say("demo_policy_b"))}</figcaption>{second}</figure></div>{key}</div></div>
<p class="note">{escape(say("demo_people"))}</p></div>"""


def _span(scenario: Scenario) -> ObservationDays:
    start = scenario.run.warmup.value / DAY_MS
    return ObservationDays(start, start + scenario.run.length.value / DAY_MS)
