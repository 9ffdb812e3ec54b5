/** Which issues are shown and counted. */
class Filters {
  /** @param {function(): void} onChange called when another choice is made */
  constructor(form, runs, onChange) {
    const present = (column) => [...new Set(runs.flatMap((run) => Array.from(column(run))))].sort((a, b) => a - b);
    const named = (values, name) => values.map((value) => [value, name(value)]);
    this.choices = {
      hazard: this._select(form, W.category, named(present((run) => run.issues.hazard), (i) => DATA.hazards[i])),
      level: this._select(form, W.level, named(present((run) => run.level), (i) => DATA.levels[i] || W.no_level)),
      community: this._select(form, W.community, named(present((run) => run.issues.community), String)),
    };
    const line = element("div", "", { class: "wide" });
    this.flags = { overdue: this._box(line, W.overdue), whistled: this._box(line, W.whistled) };
    this.told = element("div", "", { class: "wide note", id: "shown" });
    form.append(line, this.told);
    this.runs = runs;
    form.addEventListener("change", () => {
      this.apply();
      onChange();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    this._tell();
  }

  _select(form, text, options) {
    const select = element("select", "", { "aria-label": text });
    select.append(element("option", W.all, { value: "" }));
    for (const [value, name] of options) select.append(element("option", name, { value }));
    form.append(element("span", text), select);
    return select;
  }

  _box(line, text) {
    const box = element("input", "", { type: "checkbox" });
    const around = element("label");
    around.append(box, ` ${text}`);
    line.append(around);
    return box;
  }

  /** Let the runs show and count what is chosen. */
  apply() {
    const { hazard, level, community } = this.choices;
    const { overdue, whistled } = this.flags;
    const is = (select, value) => select.value === "" || Number(select.value) === value;
    for (const run of this.runs) {
      run.setFilter(
        ({ issues }, i) =>
          is(hazard, issues.hazard[i]) &&
          is(level, run.level[i]) &&
          is(community, issues.community[i]) &&
          (!overdue.checked || run.overdue[i] === 1) &&
          (!whistled.checked || run.whistled[i] === 1),
      );
    }
    this._tell();
  }

  _tell() {
    const numbers = this.runs.map((run) => fill(W.shown, { n: run.shown.toLocaleString("en"), all: run.count.toLocaleString("en") }));
    this.told.textContent = numbers.join(" · ");
  }
}
