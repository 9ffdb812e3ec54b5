/** The cases open in the time shown that the filter lets through, the longest first: found by number, told by a click. */
class CaseList {
  /**
   * @param {Filters} filters
   * @param {function(number): void} onPick told the case of the first run that was asked for
   */
  constructor(box, run, filters, onPick) {
    Object.assign(this, { run, filters, onPick, marked: null });
    this.search = element("input", "", { type: "search", inputmode: "numeric", placeholder: W.find_case, "aria-label": W.find_case });
    this.told = element("p", "", { class: "note" });
    this.list = element("ol");
    box.append(this.search, this.told, this.list);
    this.search.addEventListener("input", () => this.fill());
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && this.list.querySelector("button")?.click());
    this.fill();
  }

  /** Seconds for which a case was open in the time shown. */
  _lasted(i) {
    const { reported, closed } = this.run.cases;
    return Math.max(0, Math.min(closed[i], DATA.seconds) - Math.max(0, reported[i]));
  }

  /** Show those that pass the filter, or have the number that is asked for. */
  fill() {
    const { run } = this;
    const { issue, number, happened, reported, closed } = run.cases;
    const asked = this.search.value.trim();
    const found = Array.from(number, (_, i) => i).filter((i) =>
      asked === "" ? reported[i] < DATA.seconds && closed[i] > 0 && this.filters.passesCase(run, i) : String(number[i]).startsWith(asked),
    );
    const rank = (i) => (asked === "" ? -this._lasted(i) : number[i]);
    found.sort((a, b) => rank(a) - rank(b));
    this.told.textContent = fill(W.cases_listed, { n: Math.min(found.length, CaseList.MOST), all: found.length.toLocaleString("en") });
    this.list.replaceChildren(
      ...found.slice(0, CaseList.MOST).map((i) => {
        const button = element("button", "", { type: "button" });
        const marks = DATA.happened.filter((_, bit) => (happened[i] >> bit) & 1);
        const days = fill(W.days_open, { n: (this._lasted(i) / 86400).toFixed(1) });
        const told = marks.length ? `${days} · ${marks.join(W.comma)}` : days;
        button.append(
          element("b", String(number[i])),
          element("span", DATA.hazards[run.issues.hazard[issue[i]]]),
          element("span", told, { class: "soft" }),
        );
        button.addEventListener("click", () => this.onPick(i));
        button.dataset.issue = issue[i];
        const item = element("li");
        item.append(button);
        return item;
      }),
    );
    this.mark(this.marked);
  }

  /** Mark the cases about an issue, null for none: the one whose story is told. */
  mark(issue) {
    this.marked = issue;
    for (const button of this.list.querySelectorAll("button")) {
      if (Number(button.dataset.issue) === issue) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }
}
CaseList.MOST = 100;
