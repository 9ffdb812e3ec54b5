/** What is asked of cases: all that is ticked happened to them, and they have the values that are chosen. */
class CaseFilter {
  /**
   * @param {{title: string, count: number, told: boolean, apart: boolean}[]} boxes what may have happened, by bit: to
   *   how many it did, whether that is told, and whether it stands in the part that is folded
   * @param {{name: string, title: string, options: [number, string][], apart: boolean}[]} choices
   * @param {function(): void} onChange called when something else is asked for
   */
  constructor(form, boxes, choices, onChange) {
    this.apart = element("details", "", { class: "apart" });
    this.summary = element("summary", W.more);
    this.apart.append(this.summary);
    const parts = [form, this.apart].map((part) => {
      const [ticks, values] = ["ticks", "values"].map((name) => element("div", "", { class: name }));
      part.append(ticks, values);
      return { ticks, values };
    });
    const partOf = (one) => parts[one.apart ? 1 : 0];
    this.boxes = boxes.map((one) => this._box(partOf(one).ticks, one));
    this.selects = choices.map((one) => this._select(partOf(one).values, one));
    if ([...boxes, ...choices].some((one) => one.apart)) form.append(this.apart);
    /** To be set where the page has room for it. */
    this.clear = element("button", W.clear, { type: "button", class: "clear" });
    this.clear.addEventListener("click", () => this._clear());
    form.addEventListener("change", () => this._heed());
    form.addEventListener("submit", (event) => event.preventDefault());
    this.onChange = onChange;
    this._read();
  }

  _box(line, { title, count, told }) {
    const box = element("input", "", { type: "checkbox" });
    box.disabled = count === 0;
    const around = element("label", "", count === 0 ? { class: "soft" } : {});
    around.append(box, ` ${title}`);
    if (told) around.append(element("span", ` ${count.toLocaleString("en")}`, { class: "soft" }));
    line.append(around);
    return box;
  }

  _select(list, { name, title, options }) {
    const select = element("select", "", { name });
    select.append(element("option", W.all, { value: "" }));
    for (const [value, told] of options) select.append(element("option", told, { value }));
    const around = element("label");
    around.append(element("span", title), select);
    list.append(around);
    return select;
  }

  _clear() {
    for (const box of this.boxes) box.checked = false;
    for (const select of this.selects) select.value = "";
    this._heed();
  }

  _heed() {
    this._read();
    this.onChange();
  }

  /** Take what is ticked and chosen; say of the folded part how much that is. */
  _read() {
    this.bits = this.boxes.reduce((bits, box, bit) => bits | (box.checked ? 1 << bit : 0), 0);
    this.wanted = this.selects.filter((one) => one.value !== "").map((one) => [one.name, Number(one.value)]);
    this.clear.hidden = !this.bits && !this.wanted.length;
    const asked = [...this.boxes.filter((box) => box.checked), ...this.selects.filter((one) => one.value !== "")];
    const within = asked.filter((one) => this.apart.contains(one)).length;
    this.summary.textContent = within ? `${W.more} · ${within}` : W.more;
  }

  /**
   * Say whether something is as it is asked to be.
   * @param {number} bits what happened to it
   * @param {function(string, number): boolean} has whether it has a value of a choice, by name
   */
  passes(bits, has) {
    return (bits & this.bits) === this.bits && this.wanted.every(([name, value]) => has(name, value));
  }
}
