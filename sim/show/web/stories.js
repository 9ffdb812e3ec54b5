/** The stories of issues; their columns are read when one is first asked for. */
class Stories {
  constructor({ texts, ...columns }) {
    Object.assign(this, { texts, packed: columns });
  }

  /**
   * Return what happened to an issue, in order of time; `at` counts from the start of the data.
   * @returns {{at: number, what: string, who: string}[]}
   */
  of(issue) {
    if (this.packed) {
      Object.assign(this, unpackAll(this.packed), { packed: null });
      this.first = starts(this.lines);
    }
    const { texts, at, what, who, first } = this;
    return Array.from({ length: first[issue + 1] - first[issue] }, (_, i) => {
      const line = first[issue] + i;
      return { at: at[line], what: texts[what[line]], who: texts[who[line]] };
    });
  }
}

/** Return a line of a story: its time as it is told, what happened, and who did it. */
function lineOf({ what, who }, time) {
  const told = element("span", what);
  if (who) told.append(element("span", ` ${who}`, { class: "who" }));
  return [element("time", time), told];
}
