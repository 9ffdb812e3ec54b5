/** The story of the chosen issue in words, one for each run. */
class Story {
  /**
   * @param {function(number): void} onJump told the second of a line that was clicked
   * @param {function(): void} onClose
   */
  constructor(box, runs, onJump, onClose) {
    Object.assign(this, { box, runs, onJump, onClose });
    this.section = box.parentElement;
    this.hint = document.getElementById("hint");
    this.lines = [];
  }

  /** Show an issue, by its number in each run (-1: not in it). */
  show(numbers) {
    this.box.replaceChildren();
    this.lines = [];
    this.section.hidden = this.hint.hidden = false;
    const known = numbers.findIndex((issue) => issue >= 0);
    this._heading(this.runs[known], numbers[known]);
    numbers.forEach((issue, number) => {
      if (this.runs.length > 1) this.box.append(element("h4", this.runs[number].title));
      if (issue < 0) this.box.append(element("p", W.absent, { class: "note" }));
      else this._tell(number, issue);
    });
  }

  hide() {
    this.section.hidden = true;
    this.box.replaceChildren();
    this.lines = [];
  }

  _heading({ issues }, issue) {
    const close = element("button", "×", { type: "button", class: "close", title: W.close, "aria-label": W.close });
    close.addEventListener("click", this.onClose);
    this.box.append(close, element("h3", DATA.hazards[issues.hazard[issue]]));
    const places = [DATA.communities[issues.community[issue]]];
    if (issues.grid[issue] >= 0) places.push(fill(W.grid, { n: issues.grid[issue] }));
    if (issues.dangerous[issue]) places.push(W.dangerous);
    this.box.append(element("div", places.join(" · "), { class: "soft" }));
  }

  _tell(number, issue) {
    const run = this.runs[number];
    const cases = run.casesOf(issue).map((i) => fill(W.case_n, { n: run.cases.number[i] }));
    this.box.append(element("div", cases.join(W.comma) || W.no_case, { class: "soft" }));
    const list = element("ol");
    const own = run.stories.of(issue).map((line) => {
      const button = element("button", "", { type: "button", title: W.jump });
      button.append(...lineOf(line, stamped(line.at)));
      button.addEventListener("click", () => this.onJump(line.at));
      const item = element("li");
      item.append(button);
      list.append(item);
      return { item, at: line.at };
    });
    this.box.append(list);
    this.lines.push({ list, own, last: null });
  }

  /** Mark what has happened by a second, and what comes later. */
  moveTo(second) {
    for (const part of this.lines) {
      const passed = part.own.filter((line) => line.at <= second).length;
      if (passed === part.last) continue;
      part.last = passed;
      part.own.forEach(({ item }, i) => {
        item.classList.toggle("later", i >= passed);
        item.classList.toggle("last", i === passed - 1);
      });
      const now = part.own[Math.max(0, passed - 1)];
      if (now) {
        const above = part.own[Math.max(0, passed - 2)].item;
        part.list.scrollTop = above.offsetTop - part.list.offsetTop;
      }
    }
  }
}
