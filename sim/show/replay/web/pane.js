/** One run on its map, with its counters and its curve. */
class Pane {
  /**
   * @param {Run} run
   * @param {View} view shared, so that two maps show the same place
   * @param {function(Pane, number|null): void} onPick told which issue was clicked
   */
  constructor(run, view, titled, onPick) {
    this.run = run;
    this.view = view;
    this.onPick = onPick;
    this.ground = new Ground(run.ground);
    this.chosen = null;
    this.root = element("section", "", { class: "pane" });
    if (titled) this.root.append(element("h2", run.title));
    this._makeCounters();
    this.map = element("div", "", { class: "map", role: "img", "aria-label": W.map });
    this.pixelsCanvas = element("canvas");
    this.signsCanvas = element("canvas");
    this.tip = element("div", "", { class: "tip", hidden: "" });
    this.map.append(this.pixelsCanvas, this.signsCanvas, this.tip);
    this.curve = new Curve(run);
    this.root.append(this.map, element("div", W.curve, { class: "soft curve-title" }), this.curve.root);
    this.map.addEventListener("pointermove", (event) => this._hover(event));
    this.map.addEventListener("pointerleave", () => (this.tip.hidden = true));
  }

  _makeCounters() {
    const list = element("dl", "", { class: "counters" });
    const names = { hidden: W.hidden, open: W.open, unfixed: W.unfixed, closed: W.closed, onTime: W.on_time };
    this.told = {};
    for (const [name, text] of Object.entries(names)) {
      const box = element("div");
      this.told[name] = element("dd", "", { "data-count": name });
      box.append(element("dt", text), this.told[name]);
      list.append(box);
    }
    this.told.closed.title = W.since;
    this.told.onTime.title = W.of_closed;
    this.root.append(list);
  }

  /** Fit canvases and places to the size of the pane and to the view. */
  layOut() {
    const pixel = Math.min(2, window.devicePixelRatio || 1);
    const { clientWidth, clientHeight } = this.map;
    this.width = Math.max(60, Math.round(clientWidth * pixel));
    this.height = Math.max(60, Math.round(clientHeight * pixel));
    this.pixel = pixel;
    for (const canvas of [this.pixelsCanvas, this.signsCanvas]) Object.assign(canvas, { width: this.width, height: this.height });
    this.view.fit(this.ground, this.width, this.height, 24 * pixel);
    this.pixels = this.pixelsCanvas.getContext("2d", { willReadFrequently: true });
    this.signs = this.signsCanvas.getContext("2d");
    this.ground.draw(this.pixels, this.view, this.width, this.height, pixel);
    this.image = this.pixels.getImageData(0, 0, this.width, this.height);
    this.buffer = new Uint32Array(this.image.data.buffer);
    this.empty = this.buffer.slice();
    this.sprites = new Sprites(this.width);
    this.marks = new Array(512).fill(null);
    this.above = new Int32Array(this.run.count);
    this._place();
    this.curve.layOut(pixel);
  }

  _place() {
    const { x, y } = this.run.issues;
    const area = (this.ground.width * this.ground.height * this.view.base ** 2) / this.pixel ** 2;
    const spacing = Math.sqrt(area / this.run.most);
    const radius = Math.min(7, Math.max(2.6, 0.27 * spacing)) * this.view.zoom ** 0.4;
    this.radius = Math.min(10, radius) * this.pixel;
    const edge = Math.ceil(2.2 * this.radius) + 1;
    this.places = new Int32Array(this.run.count).fill(-1);
    for (let i = 0; i < this.run.count; i++) {
      const [left, top] = [Math.round(this.view.x(x[i])), Math.round(this.view.y(y[i]))];
      const inside = left >= edge && top >= edge && left < this.width - edge && top < this.height - edge;
      if (inside) this.places[i] = top * this.width + left;
    }
  }

  /** How long a closed case stays to be seen, in simulated seconds: six hours, or half a second of the reader's. */
  lingers(speed) {
    return Math.max(6 * 3600, speed / 2);
  }

  /** Draw the moment that the run stands at. */
  draw(speed, phase) {
    this.buffer.set(this.empty);
    this._drawMarks(speed);
    this.people = this._people();
    for (const { place, crew, rests } of this.people) this._stampWalker(place, crew, rests);
    this.pixels.putImageData(this.image, 0, 0);
    this.signs.clearRect(0, 0, this.width, this.height);
    this._drawReports(speed);
    this._drawWhistles(phase);
    this._drawChosen();
    this._tell();
    this.curve.draw();
  }

  /** Set the marks into the pixels: what is hidden or over first, so that what is open lies above. */
  _drawMarks(speed) {
    const { run, places, buffer, above } = this;
    const { code, since, passes, count, time } = run;
    const lingers = this.lingers(speed);
    let last = 0;
    for (let i = 0; i < count; i++) {
      const state = code[i] & 7;
      if (state === ABSENT || places[i] < 0 || passes[i] === 0) continue;
      if (state === HIDDEN) stamp(buffer, this._mark(code[i] & ~WHISTLED, 0), places[i]);
      else if (state === CLOSED || state === ENDED) {
        const age = (time - since[i]) / lingers;
        if (age < 1) stamp(buffer, this._mark(code[i] & ~WHISTLED, Math.floor(4 * age)), places[i]);
      } else above[last++] = i;
    }
    for (let k = 0; k < last; k++) stamp(buffer, this._mark(code[above[k]] & ~WHISTLED, 0), places[above[k]]);
  }

  /** Return the picture of a mark that has faded by so many quarters. */
  _mark(look, quarters) {
    const key = look * 4 + quarters;
    const kept = this.marks[key];
    if (kept) return kept;
    const draw = (context) => drawMark(context, look, this.radius, quarters / 4);
    return (this.marks[key] = this.sprites.made(2.2 * this.radius, draw));
  }

  /** Return those who are to be seen: where, what they are, and what they do. */
  _people() {
    const { walkers, passes, shown, count } = this.run;
    const found = [];
    const edge = Math.ceil(1.7 * this._figure()) + 1;
    for (let walker = 0; walker < walkers.kinds.length; walker++) {
      const now = walkers.at(walker, this.run.time);
      if (!now) continue;
      const about = walkers.legs.issue[now.leg];
      if (shown < count && !(about >= 0 && passes[about] === 1)) continue;
      const [x, y] = [Math.round(this.view.x(now.x)), Math.round(this.view.y(now.y))];
      if (x < edge || y < edge || x >= this.width - edge || y >= this.height - edge) continue;
      found.push({ ...now, walker, px: x, py: y, place: y * this.width + x, crew: walkers.kinds[walker] !== "worker" });
    }
    this._fanOut(found.filter((one) => one.crew && !one.walks && !one.rests));
    return found.sort((a, b) => b.rests - a.rests);
  }

  /** Set crews at one place around it, so that each is to be seen. */
  _fanOut(standing) {
    const places = new Map();
    for (const one of standing) places.set(one.place, [...(places.get(one.place) || []), one]);
    const far = 2.6 * this._figure();
    for (const there of places.values()) {
      if (there.length < 2) continue;
      there.forEach((one, i) => {
        const turn = (2 * Math.PI * i) / there.length - Math.PI / 2;
        one.px = Math.round(Math.min(this.width - far, Math.max(far, one.px + far * Math.cos(turn))));
        one.py = Math.round(Math.min(this.height - far, Math.max(far, one.py + far * Math.sin(turn))));
        one.place = one.py * this.width + one.px;
      });
    }
  }

  _figure() {
    return Math.min(10 * this.pixel, Math.max(4 * this.pixel, 1.2 * this.radius));
  }

  _stampWalker(place, crew, rests) {
    const size = this._figure();
    const key = `walker ${crew} ${rests}`;
    stamp(this.buffer, this.sprites.get(key, 1.7 * size, (to) => drawWalker(to, crew, size, rests)), place);
  }

  _drawReports(speed) {
    const { at, issue } = this.run.reports;
    const last = Math.max(1200, 0.8 * speed);
    this.signs.strokeStyle = "#1f5f8b";
    this.signs.lineWidth = 2 * this.pixel;
    for (let i = countUpTo(at, this.run.time) - 1; i >= 0 && at[i] > this.run.time - last; i--) {
      if (this.places[issue[i]] < 0 || !this.run.passes[issue[i]]) continue;
      const age = (this.run.time - at[i]) / last;
      const [x, y] = this._spot(issue[i]);
      this.signs.globalAlpha = 1 - age;
      this.signs.beginPath();
      this.signs.arc(x, y, this.radius * (1.4 + 3 * age), 0, 2 * Math.PI);
      this.signs.stroke();
    }
    this.signs.globalAlpha = 1;
  }

  _drawWhistles(phase) {
    const { issue, from, until } = this.run.whistles;
    const called = new Map();
    for (let i = 0; i < issue.length && from[i] <= this.run.time; i++) {
      if (until[i] <= this.run.time || this.places[issue[i]] < 0 || !this.run.passes[issue[i]]) continue;
      called.set(issue[i], this._spot(issue[i]));
    }
    for (const [x, y] of called.values()) drawWhistle(this.signs, x, y, Math.max(this.radius, 4 * this.pixel), phase);
    for (const [issue, spot] of called) this._tellArrived(issue, ...spot);
    for (const walk of this.people) {
      if (!walk.walks) continue;
      const { legs } = this.run.walkers;
      const isCalled = called.has(legs.issue[walk.leg]);
      this.signs.strokeStyle = isCalled ? "#3b2f6b" : "rgba(17, 24, 32, 0.35)";
      this.signs.lineWidth = (isCalled ? 2.5 : 1) * this.pixel;
      this.signs.setLineDash(isCalled ? [6 * this.pixel, 4 * this.pixel] : []);
      this.signs.beginPath();
      this.signs.moveTo(walk.px, walk.py);
      this.signs.lineTo(this.view.x(legs.x[walk.leg]), this.view.y(legs.y[walk.leg]));
      this.signs.stroke();
    }
    this.signs.setLineDash([]);
  }

  /** Write beside a whistle how many crews of those that have set out are there. */
  _tellArrived(issue, x, y) {
    const { legs } = this.run.walkers;
    const coming = this.people.filter((one) => one.crew && !one.rests && legs.issue[one.leg] === issue);
    if (!coming.length) return;
    const text = fill(W.there, { n: coming.filter((one) => !one.walks).length, all: coming.length });
    const size = 13 * this.pixel;
    this.signs.font = `600 ${size}px sans-serif`;
    this.signs.lineWidth = 4 * this.pixel;
    this.signs.strokeStyle = "#fff";
    this.signs.fillStyle = "#3b2f6b";
    const left = Math.min(x + 4 * this._figure(), this.width - this.signs.measureText(text).width - 4);
    this.signs.strokeText(text, left, y + size / 3);
    this.signs.fillText(text, left, y + size / 3);
  }

  _drawChosen() {
    if (this.chosen === null || this.places[this.chosen] < 0) return;
    const [x, y] = this._spot(this.chosen);
    this.signs.strokeStyle = "#c2185b";
    this.signs.lineWidth = 3 * this.pixel;
    this.signs.beginPath();
    this.signs.arc(x, y, Math.max(2.4 * this.radius, 11 * this.pixel), 0, 2 * Math.PI);
    this.signs.stroke();
  }

  _spot(issue) {
    return [this.places[issue] % this.width, Math.floor(this.places[issue] / this.width)];
  }

  _tell() {
    const now = this.run.counters();
    for (const [name, box] of Object.entries(this.told)) {
      const value = now[name];
      const text = name !== "onTime" ? value.toLocaleString("en") : Number.isNaN(value) ? "–" : `${Math.round(100 * value)} %`;
      if (box.textContent !== text) box.textContent = text;
    }
  }

  /** Return where an issue is on the screen, null if it is out of sight. */
  where(issue) {
    if (this.places[issue] < 0) return null;
    const box = this.map.getBoundingClientRect();
    const [x, y] = this._spot(issue);
    return { x: box.left + x / this.pixel, y: box.top + y / this.pixel };
  }

  _near(event, reach) {
    const box = this.map.getBoundingClientRect();
    return { x: (event.clientX - box.left) * this.pixel, y: (event.clientY - box.top) * this.pixel, reach: reach * this.pixel };
  }

  /** Return the issues that are to be seen near a pointer, the nearest first, those that are known before hidden ones. */
  issuesNear(event, speed) {
    const { x, y, reach } = this._near(event, 12);
    const found = [];
    for (let i = 0; i < this.run.count; i++) {
      const state = this.run.code[i] & 7;
      if (this.places[i] < 0 || state === ABSENT || !this.run.passes[i]) continue;
      const over = state === CLOSED || state === ENDED;
      if (over && this.run.time - this.run.since[i] >= this.lingers(speed)) continue;
      const [left, top] = this._spot(i);
      const far = Math.hypot(left - x, top - y);
      if (far <= reach) found.push({ i, rank: far + (state === HIDDEN || over ? this.radius : 0) });
    }
    return found.sort((a, b) => a.rank - b.rank).map(({ i }) => i);
  }

  /** Choose what is under the pointer; of several at one place the next one at each click. */
  pick(event, speed) {
    const found = this.issuesNear(event, speed);
    const before = this.nearby && this.nearby.join() === found.join() ? found.indexOf(this.chosen) : -1;
    this.nearby = found;
    this.onPick(this, found.length ? found[(before + 1) % found.length] : null);
  }

  _hover(event) {
    const { x, y, reach } = this._near(event, 9);
    const who = (this.people || []).find((one) => Math.hypot(one.px - x, one.py - y) < reach);
    this.tip.hidden = !who;
    if (!who) return;
    this.tip.textContent = this.run.walkers.names[who.walker];
    const left = who.px / this.pixel + 12;
    const flip = left > this.map.clientWidth - 160;
    this.tip.style.left = flip ? "" : `${left}px`;
    this.tip.style.right = flip ? `${this.map.clientWidth - left + 24}px` : "";
    this.tip.style.top = `${Math.max(0, who.py / this.pixel - 30)}px`;
  }
}
