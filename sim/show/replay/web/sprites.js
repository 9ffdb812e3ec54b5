/** Shapes of the levels, as corners around the middle in units of the radius; null: a disc. */
const turned = (corners, from, inner = 1) =>
  Array.from({ length: corners }, (_, i) => {
    const angle = from + (2 * Math.PI * i) / corners;
    const far = i % 2 ? inner : 1;
    return [far * Math.cos(angle), far * Math.sin(angle)];
  });
const UP = -Math.PI / 2;
const SHAPES = [
  null,
  turned(4, UP).map(([x, y]) => [1.15 * x, 1.15 * y]),
  turned(3, UP).map(([x, y]) => [1.25 * x, 1.25 * y + 0.2]),
  turned(4, UP / 2).map(([x, y]) => [1.2 * x, 1.2 * y]),
  turned(3, -UP).map(([x, y]) => [1.25 * x, 1.25 * y - 0.2]),
  turned(6, 0).map(([x, y]) => [1.15 * x, 1.15 * y]),
  turned(8, UP / 2, 0.42).map(([x, y]) => [1.5 * x, 1.5 * y]),
  turned(10, UP, 0.48).map(([x, y]) => [1.4 * x, 1.4 * y]),
  turned(5, -UP).map(([x, y]) => [1.2 * x, 1.2 * y]),
];

/** Draw the outline of a level's shape. */
function trace(context, level, radius) {
  context.beginPath();
  const corners = SHAPES[level];
  if (corners) for (const [x, y] of corners) context.lineTo(x * radius, y * radius);
  else context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.closePath();
}

/**
 * Draw the mark of an issue around the middle.
 * @param {number} code state, level and flags
 * @param {number} fade how far it has faded, 0 to 1
 */
function drawMark(context, code, radius, fade = 0) {
  const state = code & 7;
  const level = (code & (OVERDUE - 1)) >> 3;
  const { ink, soft, levels } = DATA.colours;
  context.lineWidth = Math.max(1, radius * 0.4);
  context.lineJoin = "round";
  context.strokeStyle = context.fillStyle = levels[level];
  context.globalAlpha = 1 - fade;
  if (state === HIDDEN) {
    context.globalAlpha = radius < 4 ? 0.38 : 0.55;
    context.lineWidth = Math.max(0.8, radius * 0.22);
    context.strokeStyle = soft;
    context.setLineDash([radius * 0.55, radius * 0.45]);
    trace(context, 0, radius * 0.8);
    context.stroke();
    context.setLineDash([]);
  } else if (state === UNFIXED) {
    context.strokeStyle = "#9c3d1e";
    context.lineWidth = Math.max(1.4, radius * 0.5);
    context.beginPath();
    for (const side of [-0.85, 0.85]) {
      context.moveTo(-0.85 * radius, side * radius);
      context.lineTo(0.85 * radius, -side * radius);
    }
    context.stroke();
  } else if (state === CLOSED || state === ENDED) {
    context.globalAlpha = (1 - fade) * (state === CLOSED ? 0.8 : 0.3);
    context.beginPath();
    if (state === CLOSED) {
      context.moveTo(-0.8 * radius, 0);
      context.lineTo(-0.2 * radius, 0.65 * radius);
      context.lineTo(0.9 * radius, -0.7 * radius);
    } else context.arc(0, 0, radius * 0.35, 0, 2 * Math.PI);
    context.stroke();
  } else {
    if (state === KNOWN) context.fillStyle = "#b9c2cc";
    if (state === WAITING) context.fillStyle = "white";
    if (state === KNOWN && !level) context.strokeStyle = ink;
    trace(context, level, radius * (state === UNDERWAY ? 1 : 0.9));
    context.fill();
    context.stroke();
  }
  if (code & OVERDUE) {
    context.globalAlpha = 1;
    context.fillStyle = ink;
    context.fillRect(-1.1 * radius, 1.45 * radius, 2.2 * radius, Math.max(1.5, 0.4 * radius));
  }
  context.globalAlpha = 1;
}

/** Draw somebody: a figure for a worker, a van for a crew; paler while it only stands where it was last seen. */
function drawWalker(context, crew, size, rests) {
  context.lineWidth = Math.max(1, size * 0.22);
  context.strokeStyle = "white";
  context.fillStyle = rests ? "#8a95a1" : "#111820";
  context.beginPath();
  if (crew) {
    context.rect(-size, -0.75 * size, 1.3 * size, 1.2 * size);
    context.rect(0.3 * size, -0.35 * size, 0.75 * size, 0.8 * size);
    for (const x of [-0.5, 0.55]) {
      context.moveTo((x + 0.3) * size, 0.55 * size);
      context.arc(x * size, 0.55 * size, 0.3 * size, 0, 2 * Math.PI);
    }
  } else {
    context.arc(0, -0.75 * size, 0.42 * size, 0, 2 * Math.PI);
    context.moveTo(-0.65 * size, size);
    context.arc(0, 0.25 * size, 0.6 * size, Math.PI, 0);
    context.lineTo(0.65 * size, size);
    context.closePath();
  }
  context.stroke();
  context.fill();
}

/** Draw the sign of a whistle: two rings and rays, `phase` from 0 to 1 while it sounds. */
function drawWhistle(context, x, y, radius, phase) {
  context.strokeStyle = "#3b2f6b";
  context.lineWidth = Math.max(2, radius * 0.3);
  for (const ring of [2, 2 + 1.4 * phase]) {
    context.globalAlpha = ring === 2 ? 1 : 1 - phase;
    context.beginPath();
    context.arc(x, y, radius * ring, 0, 2 * Math.PI);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.beginPath();
  for (let ray = 0; ray < 8; ray++) {
    const [cos, sin] = [Math.cos((ray * Math.PI) / 4), Math.sin((ray * Math.PI) / 4)];
    context.moveTo(x + 2.5 * radius * cos, y + 2.5 * radius * sin);
    context.lineTo(x + 3.2 * radius * cos, y + 3.2 * radius * sin);
  }
  context.stroke();
}

/**
 * Pictures of marks as lists of pixels, to be set into the pixels of a map: quicker than drawing each, and alike
 * everywhere.
 */
class Sprites {
  /** @param {number} stride pixels in a row of the map */
  constructor(stride) {
    this.stride = stride;
    this.kept = new Map();
  }

  /** Return the picture of this name; `draw(context)` draws it around the middle if it is not there yet. */
  get(key, reach, draw) {
    let sprite = this.kept.get(key);
    if (!sprite) this.kept.set(key, (sprite = this.made(reach, draw)));
    return sprite;
  }

  /** Return a new picture that reaches so many pixels from the middle. */
  made(far, draw) {
    const reach = Math.ceil(far);
    const side = 2 * reach + 1;
    const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.translate(reach + 0.5, reach + 0.5);
    draw(context);
    const { data } = context.getImageData(0, 0, side, side);
    const [solid, solidColour, edge, edgeColour, edgeAlpha] = [[], [], [], [], []];
    for (let i = 0; i < side * side; i++) {
      const [r, g, b, a] = data.subarray(4 * i, 4 * i + 4);
      if (a < 8) continue;
      const offset = ((i / side | 0) - reach) * this.stride + (i % side) - reach;
      const own = (v) => Math.round((v * a) / 255);
      const whole = (b << 16) | (g << 8) | r;
      const colour = (own(b) << 16) | (own(g) << 8) | own(r);
      if (a > 225) solid.push(offset), solidColour.push((0xff000000 | whole) >>> 0);
      else edge.push(offset), edgeColour.push(colour), edgeAlpha.push(256 - a);
    }
    return {
      reach,
      solid: Int32Array.from(solid),
      solidColour: Uint32Array.from(solidColour),
      edge: Int32Array.from(edge),
      edgeColour: Uint32Array.from(edgeColour),
      edgeAlpha: Uint32Array.from(edgeAlpha),
    };
  }
}

/** Set a picture into pixels, its middle at the index `at`. */
function stamp(pixels, sprite, at) {
  const { solid, solidColour, edge, edgeColour, edgeAlpha } = sprite;
  for (let i = 0; i < solid.length; i++) pixels[at + solid[i]] = solidColour[i];
  for (let i = 0; i < edge.length; i++) {
    const there = pixels[at + edge[i]];
    const keep = edgeAlpha[i];
    const odd = (Math.imul(there & 0xff00ff, keep) >>> 8) & 0xff00ff;
    const even = (((there & 0xff00) * keep) >>> 8) & 0xff00;
    pixels[at + edge[i]] = 0xff000000 | (edgeColour[i] + (odd | even));
  }
}
