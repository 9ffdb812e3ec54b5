/** The cases that the filter lets through, the longest first: found by number, told by a click. */
class CaseList {
  /**
   * @param {function(number): void} onPick told the issue of the first run that was asked for
   */
  constructor(box, run, onPick) {
    Object.assign(this, { run, onPick });
    this.search = element("input", "", { type: "search", inputmode: "numeric", placeholder: W.find_case, "aria-label": W.find_case });
    this.told = element("p", "", { class: "note" });
    this.list = element("ol");
    box.append(this.search, this.told, this.list);
    this.search.addEventListener("input", () => this.fill());
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && this.list.querySelector("button")?.click());
    this.first = starts(run.issues.changes);
    this.fill();
  }

  /** Seconds for which a case was open in the time shown. */
  _lasted(i) {
    const { issue, closed } = this.run.cases;
    const begun = Math.max(0, this.run.issues.at[this.first[issue[i]]]);
    return (closed[i] >= 0 ? Math.min(closed[i], DATA.seconds) : DATA.seconds) - begun;
  }

  /** Show those that pass the filter, or have the number that is asked for. */
  fill() {
    const { run } = this;
    const { issue, number, closed } = run.cases;
    const asked = this.search.value.trim();
    const found = Array.from(number, (_, i) => i).filter((i) =>
      asked === "" ? run.passes[issue[i]] === 1 : String(number[i]).startsWith(asked),
    );
    const rank = (i) => (asked === "" ? -this._lasted(i) : number[i]);
    found.sort((a, b) => rank(a) - rank(b));
    this.told.textContent = fill(W.cases_listed, { n: Math.min(found.length, CaseList.MOST), all: found.length.toLocaleString("en") });
    this.list.replaceChildren(
      ...found.slice(0, CaseList.MOST).map((i) => {
        const button = element("button", "", { type: "button" });
        const marks = [run.overdue[issue[i]] && W.overdue, run.whistled[issue[i]] && W.whistled, closed[i] < 0 && W.still_open];
        const days = fill(W.days_open, { n: (this._lasted(i) / 86400).toFixed(1) });
        button.append(
          element("b", String(number[i])),
          element("span", DATA.hazards[run.issues.hazard[issue[i]]]),
          element("span", [days, ...marks.filter(Boolean)].join(" · "), { class: "soft" }),
        );
        button.addEventListener("click", () => this.onPick(issue[i]));
        const item = element("li");
        item.append(button);
        return item;
      }),
    );
  }
}
CaseList.MOST = 100;
