"""The page of `gridgov demo`, as a marimo notebook: controls at the side, and what comes of them."""

import marimo

app = marimo.App(width="full", app_title="gridgov")


@app.cell
def _():
    import marimo as mo

    from sim.demo import panel
    from sim.demo.stage import the_stage

    stage = the_stage()
    return mo, panel, stage


@app.cell
def _(mo, panel, stage):
    levers_a, levers_b = mo.ui.dictionary(panel.sliders(stage)), mo.ui.dictionary(panel.sliders(stage, fewer=True))
    switches_a, switches_b = mo.ui.dictionary(panel.switches(stage)), mo.ui.dictionary(panel.switches(stage))
    worlds = panel.worlds_slider()
    return levers_a, levers_b, switches_a, switches_b, worlds


@app.cell
def _(levers_a, levers_b, mo, panel, stage, switches_a, switches_b, worlds):
    mo.sidebar(
        [mo.Html(panel.controls(stage, (levers_a, levers_b), (switches_a, switches_b), worlds))],
        width="400px",
    )
    return


@app.cell
def _(levers_a, levers_b, mo, panel, stage, switches_a, switches_b, worlds):
    mo.Html(
        panel.shown(
            stage,
            panel.Policy(levers_a.value, switches_a.value),
            panel.Policy(levers_b.value, switches_b.value),
            worlds.value,
        )
    )
    return
