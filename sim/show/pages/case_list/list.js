const MINUTE = 60000;
/** Between sentences there is a space, but not in Chinese. */
const GAP = DATA.language === "zh" ? "" : " ";
/** Minutes of a day. */
const DAY = 1440;

/** Return minutes in hundredths of days, halves up, as the terminal tells them. */
const hundredthsOfDays = (minutes) => Math.floor((minutes * 100 + DAY / 2) / DAY);

/** The cases that pass the filter, those that went worst first; a click opens the story of one in its place. */
class CaseList {
  constructor(box) {
    this.cases = unpackAll(DATA.cases);
    this.values = unpackAll(DATA.values);
    this.occurred = unpack(DATA.occurred);
    this.stories = new Stories(DATA.stories);
    this.box = box;
    const form = element("form", "", { class: "case-filter" });
    const boxes = DATA.boxes.map(([title, count]) => ({ title, count, told: true }));
    this.filter = new CaseFilter(form, boxes, DATA.choices, () => this.fill());
    this.search = element("input", "", { type: "search", inputmode: "numeric", placeholder: W.find, "aria-label": W.find });
    this.search.addEventListener("input", () => this.fill());
    this.search.addEventListener("keydown", (event) => event.key === "Enter" && this.list.querySelector("button")?.click());
    this.told = element("p", "", { class: "found", "aria-live": "polite" });
    this.head = element("div", "", { class: "row head", "aria-hidden": "true" });
    for (const name of ["case", "category", "community", "took", "done_by", "what_happened"]) {
      this.head.append(element("span", W[name]));
    }
    this.list = element("ol");
    this.further = element("button", "", { type: "button", class: "further" });
    this.further.addEventListener("click", () => this._showMore());
    const line = element("div", "", { class: "search" });
    line.append(this.search, this.told, this.filter.clear);
    box.append(form, line, this.head, this.list, this.further);
    this.fill();
  }

  /** Show those that pass the filter, or have the number that is asked for. */
  fill() {
    const { number, bits } = this.cases;
    const asked = this.search.value.trim();
    const every = Array.from(number, (_, i) => i);
    const has = (i) => (name, value) => this.values[name][i] === value;
    this.found = every.filter((i) => (asked === "" ? this.filter.passes(bits[i], has(i)) : String(number[i]).startsWith(asked)));
    if (asked !== "") this.found.sort((a, b) => number[a] - number[b]);
    this.list.replaceChildren();
    this.told.replaceChildren();
    this.head.hidden = this.found.length === 0;
    this._tell(asked);
    this._showMore();
  }

  /** Say how many are found, and how to come by what is not in the page. */
  _tell(asked) {
    const [n, all] = [this.found.length, this.cases.number.length].map((count) => count.toLocaleString("en"));
    if (this.found.length === 0 && /^\d+$/.test(asked)) {
      this.told.append(`${fill(W.absent, { n: asked })}${GAP}`, this._explain(asked));
      return;
    }
    this.told.append(this.found.length ? fill(W.found, { n, all }) : W.none);
    const { bits, wanted } = this.filter;
    if (DATA.total > this.cases.number.length && asked === "" && (bits || wanted.length)) this.told.append(`${GAP}${W.every}${GAP}`, this._list(bits, wanted));
  }

  /** Show some more of those found, and go to the first of them if they were asked for. */
  _showMore() {
    const shown = this.list.children.length;
    const more = this.found.slice(shown, shown + CaseList.AT_ONCE).map((i) => this._item(i));
    this.list.append(...more);
    const left = this.found.length - this.list.children.length;
    this.further.hidden = left === 0;
    this.further.textContent = fill(W.further, { n: left.toLocaleString("en") });
    if (shown) more[0].querySelector("button").focus();
  }

  _item(i) {
    const { number } = this.cases;
    const cell = (name, kind = name) => element("span", this._text(name, i), { class: kind });
    const button = element("button", "", { type: "button", class: "row", "aria-expanded": "false" });
    button.append(element("b", String(number[i])), ...["category", "community", "took", "done_by", "happened"].map((name) => cell(name)));
    const item = element("li");
    item.append(button);
    button.addEventListener("click", () => this._toggle(item, i));
    return item;
  }

  _text(name, i) {
    return DATA.texts[this.cases[name][i]];
  }

  /** Open the story of a case, or close it; another one that is open is closed. */
  _toggle(item, i) {
    const open = this.list.querySelector("[aria-expanded=true]");
    if (open) {
      open.setAttribute("aria-expanded", "false");
      open.parentElement.querySelector(".story").remove();
    }
    const button = item.querySelector("button");
    if (open === button) return;
    button.setAttribute("aria-expanded", "true");
    item.append(this._story(i));
    // what was open above may have moved it out of sight
    if (button.getBoundingClientRect().top < 0) button.scrollIntoView();
  }

  _story(i) {
    const { number, issue, grid, reported } = this.cases;
    const when = (minutes) => {
      const at = DATA.start + MINUTE * minutes;
      return `${new Date(at).getUTCFullYear()}-${dayAndTime(at)}`;
    };
    const story = element("div", "", { class: "story" });
    const places = [fill(W.reported, { at: when(reported[i]) }), this._text("community", i)];
    if (grid[i] >= 0) places.push(fill(W.grid, { n: grid[i] }));
    story.append(element("p", places.join(" · "), { class: "soft" }));
    const list = element("ol");
    const lines = this.stories.of(issue[i]);
    for (const [place, line] of lines.entries()) {
      const told = element("li", "", place && lines[place - 1].at === line.at ? { class: "same" } : {});
      const days = (hundredthsOfDays(line.at - this.occurred[issue[i]]) / 100).toFixed(2);
      const [time, what] = lineOf(line, when(line.at));
      told.append(time, element("span", `${days} ${W.d}`, { class: "after" }), what);
      list.append(told);
    }
    const command = element("p", `${W.terminal}${GAP}`, { class: "soft" });
    command.append(this._explain(number[i]));
    story.append(list, command);
    return story;
  }

  /** Return the command that tells the story of a case in a terminal. */
  _explain(number) {
    return this._command("explain", `--case ${number}`);
  }

  /** Return the command that lists all cases that are as the filter asks. */
  _list(bits, wanted) {
    const quoted = (value) => (/^[\w-]+$/.test(value) ? value : `'${value.replace(/'/g, "'\\''")}'`);
    const happened = DATA.flags.filter((_, bit) => (bits >> bit) & 1).map((name) => `--${name.replaceAll("_", "-")}`);
    const values = wanted.map(([name, number]) => {
      const value = DATA.choices.find((choice) => choice.name === name).values[number - 1];
      return `--${name === "hazard" ? "category" : name} ${quoted(value)}`;
    });
    return this._command("cases", ...happened, ...values);
  }

  _command(name, ...options) {
    const whole = [`gridgov ${name}`, W.result, ...options];
    if (DATA.several) whole.push(`--replication ${DATA.replication}`);
    if (DATA.language !== "en") whole.push(`--lang ${DATA.language}`);
    return element("code", whole.join(" "));
  }
}
CaseList.AT_ONCE = 25;

const section = document.getElementById("cases");
section.addEventListener("toggle", () => new CaseList(document.getElementById("case-list")), { once: true });
