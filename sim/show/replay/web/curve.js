/** The backlog over time, with a line where the clock stands. */
class Curve {
  constructor(run) {
    this.run = run;
    this.root = element("div", "", { class: "curve", role: "img", "aria-label": W.curve, title: W.curve });
    this.canvas = element("canvas");
    this.root.append(this.canvas);
    this.top = 1;
  }

  /** Return the most that its run ever had. */
  most() {
    const { open, hidden } = this.run.curve;
    return Math.max(1, ...open, ...hidden);
  }

  layOut(pixel) {
    this.pixel = pixel;
    this.canvas.width = Math.max(60, Math.round(this.root.clientWidth * pixel));
    this.canvas.height = Math.max(30, Math.round(this.root.clientHeight * pixel));
    this._drawLines();
  }

  _drawLines() {
    const { width, height } = this.canvas;
    const kept = Object.assign(document.createElement("canvas"), { width, height });
    const context = kept.getContext("2d");
    const { pixel } = this;
    const left = Curve.LEFT * pixel;
    context.strokeStyle = DATA.colours.rule;
    context.lineWidth = pixel;
    context.strokeRect(left, pixel, width - left - pixel, height - 2 * pixel);
    context.fillStyle = DATA.colours.soft;
    context.font = `${12 * pixel}px ${LETTERS}`;
    context.textAlign = "right";
    context.textBaseline = "top";
    context.fillText(this.top.toLocaleString("en"), left - 5 * pixel, 2 * pixel);
    context.textBaseline = "bottom";
    context.fillText("0", left - 5 * pixel, height - pixel);
    this._days(context, left, width, height);
    this._line(context, this.run.curve.hidden, left, "#5d6b7a", [5 * pixel, 4 * pixel], 1.4);
    this._line(context, this.run.curve.open, left, "#1f5f8b", [], 2.2);
    this.lines = kept;
  }

  _days(context, left, width, height) {
    const days = DATA.seconds / 86400;
    context.strokeStyle = DATA.colours.rule;
    context.beginPath();
    for (let day = 1; day < days && days <= 62; day++) {
      const x = left + ((width - left) * day) / days;
      context.moveTo(x, height - 5 * this.pixel);
      context.lineTo(x, height - this.pixel);
    }
    context.stroke();
  }

  _line(context, values, left, colour, dash, width) {
    const { pixel, canvas } = this;
    context.strokeStyle = colour;
    context.lineWidth = width * pixel;
    context.setLineDash(dash);
    context.beginPath();
    values.forEach((value, i) => {
      const x = left + ((canvas.width - left - pixel) * i) / (values.length - 1);
      context.lineTo(x, canvas.height - 3 * pixel - ((canvas.height - 7 * pixel) * value) / this.top);
    });
    context.stroke();
    context.setLineDash([]);
  }

  draw() {
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.drawImage(this.lines, 0, 0);
    const left = Curve.LEFT * this.pixel;
    const x = left + ((this.canvas.width - left - this.pixel) * this.run.time) / DATA.seconds;
    context.fillStyle = "#c2185b";
    context.fillRect(Math.min(x, this.canvas.width - 2 * this.pixel), 0, 2 * this.pixel, this.canvas.height);
  }

  /** Return the second that lies under a pointer. */
  secondAt(event) {
    const box = this.root.getBoundingClientRect();
    return (DATA.seconds * (event.clientX - box.left - Curve.LEFT)) / (box.width - Curve.LEFT);
  }
}
Curve.LEFT = 46;
