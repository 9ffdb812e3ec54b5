const { ABSENT, HIDDEN, KNOWN, WAITING, UNDERWAY, CLOSED, UNFIXED, ENDED, OVERDUE, WHISTLED } = DATA.codes;

/** One run: what is to be seen of its issues at the time that it was last moved to. */
class Run {
  constructor(data, twin) {
    this.title = data.title;
    this.ground = data.ground;
    this.stories = new Stories(data.stories);
    this.issues = unpackAll(data.issues);
    this.cases = unpackAll(data.cases);
    /** What cases have of each choice, by its name. */
    this.values = unpackAll(data.values);
    this.whistles = unpackAll(data.whistles);
    this.reports = unpackAll(data.reports);
    this.walkers = new Walkers(data.walkers, unpackAll(data.legs));
    this.twin = twin && unpack(twin);
    this.count = this.issues.x.length;
    this._expand();
    this.passes = new Uint8Array(this.count).fill(1);
    this.code = new Uint16Array(this.count);
    this.since = new Int32Array(this.count);
    this.counts = new Int32Array(8);
    this.next = 0;
    this.setFilter(() => true);
    /** How many issues are to be seen at once at most, by which marks are large or small. */
    this.most = this.curve.open.reduce((most, open, i) => Math.max(most, open + this.curve.hidden[i]), 1);
  }

  /** Lay out the changes: of each issue in turn, and all of them by time. */
  _expand() {
    const { changes, at, code } = this.issues;
    const first = starts(changes);
    this.first = first;
    this.of = new Int32Array(at.length);
    this.level = new Uint8Array(this.count);
    /** What happened to any case of an issue, in all of the run: a bit for each. */
    this.happened = new Int32Array(this.count);
    /** The last case of each issue, and the one before each case; -1 for none. */
    this.lastCase = new Int32Array(this.count).fill(-1);
    this.caseBefore = new Int32Array(this.cases.issue.length);
    for (let issue = 0; issue < this.count; issue++) {
      for (let k = first[issue]; k < first[issue + 1]; k++) {
        this.of[k] = issue;
        this.level[issue] = ((code[k] & (OVERDUE - 1)) >> 3) || this.level[issue];
      }
    }
    this.cases.issue.forEach((issue, i) => {
      this.happened[issue] |= this.cases.happened[i];
      this.caseBefore[i] = this.lastCase[issue];
      this.lastCase[issue] = i;
    });
    const keys = Float64Array.from(at, (time, k) => time * at.length + k).sort();
    this.order = Int32Array.from(keys, (key) => key % at.length);
  }

  /**
   * Count and show only the issues that pass.
   * @param {function(Run, number): boolean} passes
   */
  setFilter(passes) {
    for (let issue = 0; issue < this.count; issue++) this.passes[issue] = passes(this, issue) ? 1 : 0;
    this.shown = this.passes.reduce((sum, one) => sum + one, 0);
    const own = [];
    const { issue, closed, on_time: onTime } = this.cases;
    for (let i = 0; i < issue.length; i++) {
      if (this.passes[issue[i]] && closed[i] >= 0 && closed[i] <= DATA.seconds) own.push([closed[i], onTime[i]]);
    }
    own.sort((a, b) => a[0] - b[0]);
    this.closedAt = Int32Array.from(own, (one) => one[0]);
    this.onTime = starts(own.map((one) => one[1]));
    const time = this.time || 0;
    this.curve = this._curve();
    this._rewind();
    this.moveTo(time);
  }

  _rewind() {
    this.code.fill(0);
    this.counts.fill(0);
    this.next = 0;
  }

  /** Show what is so at a second; as many steps as there are changes between then and where it was. */
  moveTo(second) {
    const { at, code } = this.issues;
    while (this.next < this.order.length && at[this.order[this.next]] <= second) {
      const k = this.order[this.next++];
      this._set(this.of[k], code[k], at[k]);
    }
    while (this.next > 0 && at[this.order[this.next - 1]] > second) {
      const k = this.order[--this.next];
      const before = k > this.first[this.of[k]];
      this._set(this.of[k], before ? code[k - 1] : ABSENT, before ? at[k - 1] : 0);
    }
    this.time = second;
  }

  _set(issue, code, at) {
    if (this.passes[issue]) {
      this.counts[this.code[issue] & 7]--;
      this.counts[code & 7]++;
    }
    this.code[issue] = code;
    this.since[issue] = at;
  }

  /** Return what the counters say now. */
  counters() {
    const closed = countUpTo(this.closedAt, this.time);
    const { counts } = this;
    return {
      hidden: counts[HIDDEN],
      open: counts[KNOWN] + counts[WAITING] + counts[UNDERWAY],
      closed,
      onTime: closed ? this.onTime[closed] / closed : NaN,
      unfixed: counts[UNFIXED],
    };
  }

  /** Return how many were open and known, and open and unknown, at POINTS moments from start to end. */
  _curve() {
    const open = new Int32Array(Run.POINTS);
    const hidden = new Int32Array(Run.POINTS);
    this._rewind();
    for (let i = 0; i < Run.POINTS; i++) {
      this.moveTo((DATA.seconds * i) / (Run.POINTS - 1));
      ({ open: open[i], hidden: hidden[i] } = this.counters());
    }
    return { open, hidden };
  }

  /** Return the cases about an issue, in their order. */
  casesOf(issue) {
    const found = [];
    for (let i = this.lastCase[issue]; i >= 0; i = this.caseBefore[i]) found.unshift(i);
    return found;
  }

  /** Say whether an issue, or any case of it, has a value of a choice. */
  has(issue, name, value) {
    if (name === "level") return this.level[issue] === value;
    if (!this.values[name]) return this.issues[name][issue] === value;
    return this.casesOf(issue).some((i) => this.values[name][i] === value);
  }
}
Run.POINTS = 300;

/** Return how many numbers of an ascending array are not greater than `value`. */
function countUpTo(ascending, value) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
