/** The letters of the page, for canvases, which have others. */
const LETTERS = getComputedStyle(document.body).fontFamily;

/** The map below the marks: outlines of grids and communities, under a view that can be moved and zoomed. */
class Ground {
  constructor(data) {
    this.grids = this._rings(data.grids);
    this.communities = this._rings(data.communities);
    this.numbers = { ...data.numbers, x: unpack(data.numbers.x), y: unpack(data.numbers.y) };
    const every = this.grids.concat(this.communities).flatMap((ring) => Array.from(ring.x));
    const high = this.grids.concat(this.communities).flatMap((ring) => Array.from(ring.y));
    const most = (values, start) => values.reduce((a, b) => Math.max(a, b), start);
    this.width = most(every, 1);
    this.height = most(high, 1);
  }

  _rings({ corners, x, y }) {
    const [first, east, north] = [starts(unpack(corners)), unpack(x), unpack(y)];
    return Array.from({ length: first.length - 1 }, (_, i) => ({
      x: east.subarray(first[i], first[i + 1]),
      y: north.subarray(first[i], first[i + 1]),
    }));
  }

  /** Draw the ground of a view into a context of `width` by `height` pixels. */
  draw(context, view, width, height, pixel) {
    context.fillStyle = "white";
    context.fillRect(0, 0, width, height);
    this._lines(context, view, this.grids, DATA.colours.rule, pixel, "#fafbfc");
    this._lines(context, view, this.communities, "#76828f", 1.3 * pixel);
    this._scaleBar(context, view, height, pixel);
    if (this.numbers.community.length > Ground.MOST_NUMBERED * view.zoom) return;
    context.font = `${13 * pixel}px ${LETTERS}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineWidth = 3 * pixel;
    context.strokeStyle = "white";
    context.fillStyle = "#8a95a1";
    const taken = [];
    this.numbers.community.forEach((number, i) => {
      const text = DATA.named ? DATA.communities[number] : String(number);
      const [x, y] = [view.x(this.numbers.x[i]), view.y(this.numbers.y[i])];
      const half = context.measureText(text).width / 2 + 2 * pixel;
      if (taken.some((one) => Math.abs(one.x - x) < one.half + half && Math.abs(one.y - y) < 16 * pixel)) return;
      taken.push({ x, y, half });
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    });
  }

  _lines(context, view, rings, colour, width, filled) {
    context.beginPath();
    for (const ring of rings) {
      context.moveTo(view.x(ring.x[0]), view.y(ring.y[0]));
      for (let i = 1; i < ring.x.length; i++) context.lineTo(view.x(ring.x[i]), view.y(ring.y[i]));
      context.closePath();
    }
    if (filled) {
      context.fillStyle = filled;
      context.fill();
    }
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  _scaleBar(context, view, height, pixel) {
    const metres = (100 * pixel * DATA.step) / view.scale;
    const decade = 10 ** Math.floor(Math.log10(metres));
    const length = [5, 2, 1].map((step) => step * decade).find((step) => step <= metres) || decade;
    const [x, y] = [14 * pixel, height - 5 * pixel];
    context.fillStyle = DATA.colours.soft;
    context.fillRect(x, y, (length * view.scale) / DATA.step, 2.5 * pixel);
    context.font = `${12 * pixel}px ${LETTERS}`;
    context.textAlign = "left";
    context.textBaseline = "bottom";
    context.fillText(length >= 1000 ? `${length / 1000} km` : `${length} m`, x, y - 2 * pixel);
  }
}
Ground.MOST_NUMBERED = 100;

/** Where the map lies in the pixels of a pane. */
class View {
  constructor() {
    this.zoom = 1;
    [this.eastOf, this.northOf] = [0.5, 0.5];
  }

  /** Fit the map into a pane; `eastOf` and `northOf` say which share of the map lies in the middle. */
  fit(ground, width, height, margin) {
    this.margin = margin;
    this.base = Math.min((width - 2 * margin) / ground.width, (height - 2 * margin) / ground.height);
    this.scale = Math.max(1e-6, this.base) * this.zoom;
    this.left = width / 2 - this.eastOf * ground.width * this.scale;
    this.bottom = height / 2 + this.northOf * ground.height * this.scale;
  }

  x(east) {
    return this.left + east * this.scale;
  }

  y(north) {
    return this.bottom - north * this.scale;
  }
}
