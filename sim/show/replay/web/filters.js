/** Which issues are shown and counted: those of which some case is as asked, and that are as asked themselves. */
class Filters {
  /** @param {function(): void} onChange called when another choice is made */
  constructor(form, runs, onChange) {
    const present = (column) => [...new Set(runs.flatMap((run) => Array.from(column(run))))].sort((a, b) => a - b);
    const named = (values, name) => values.map((value) => [value, name(value)]);
    const own = [
      { name: "hazard", title: W.category, options: named(present((run) => run.issues.hazard), (i) => DATA.hazards[i]) },
      { name: "level", title: W.level, options: named(present((run) => run.level), (i) => DATA.levels[i] || W.no_level) },
      { name: "community", title: W.community, options: named(present((run) => run.issues.community), (i) => DATA.communities[i]) },
    ];
    const boxes = DATA.happened.map((title, bit) => ({ title, count: this._count(runs, bit), apart: bit >= Filters.FIRST }));
    const choices = [...own, ...DATA.choices.map((choice) => ({ ...choice, apart: true }))];
    this.runs = runs;
    this.asked = new CaseFilter(form, boxes, choices, () => {
      this.apply();
      onChange();
    });
    this.told = element("div", "", { class: "note", id: "shown" });
    const line = element("div", "", { class: "line" });
    line.append(this.told, this.asked.clear);
    form.append(line);
    this._tell();
  }

  /** Return to how many issues something happened. */
  _count(runs, bit) {
    return runs.reduce((sum, run) => sum + run.happened.reduce((some, bits) => some + ((bits >> bit) & 1), 0), 0);
  }

  /** Let the runs show and count what is asked for. */
  apply() {
    for (const run of this.runs) run.setFilter(({ happened }, i) => this.asked.passes(happened[i], (name, value) => run.has(i, name, value)));
    this._tell();
  }

  /** Say whether a case of a run is as asked, by itself. */
  passesCase(run, i) {
    const has = (name, value) => (run.values[name] ? run.values[name][i] === value : run.has(run.cases.issue[i], name, value));
    return this.asked.passes(run.cases.happened[i], has);
  }

  _tell() {
    const numbers = this.runs.map((run) => fill(W.shown, { n: run.shown.toLocaleString("en"), all: run.count.toLocaleString("en") }));
    if (this.asked.bits) numbers.push(W.whole_run);
    this.told.textContent = numbers.join(" · ");
  }
}
/** So many of what may have happened stand in sight, the others in the part that is folded. */
Filters.FIRST = 3;
