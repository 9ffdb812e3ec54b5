/** @typedef {[number, string, string]} Packed How many numbers, how they are coded, the bytes in base64. */

const DATA = JSON.parse(document.getElementById("data").textContent);
const W = DATA.words;

/**
 * Return the numbers of a column; see `packing.py` for the codings.
 * @param {Packed} column
 * @returns {Int32Array|Uint16Array|Uint8Array}
 */
function unpack([n, coding, text]) {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  if (coding === "u1") return bytes;
  if (coding === "u2") return new Uint16Array(bytes.buffer);
  if (coding === "i4") return new Int32Array(bytes.buffer);
  const values = new Int32Array(n);
  let sum = 0;
  for (let i = 0, place = 0; i < n; i++) {
    let zigzag = 0;
    let scale = 1;
    let byte;
    do {
      byte = bytes[place++];
      zigzag += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    const value = zigzag % 2 ? -(zigzag + 1) / 2 : zigzag / 2;
    sum = coding === "d" ? sum + value : value;
    values[i] = sum;
  }
  return values;
}

/**
 * Return all columns of a table.
 * @param {Object<string, Packed>} table
 */
function unpackAll(table) {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, unpack(column)]));
}

/**
 * Return where each part begins, of parts that lie one after another: one entry more than parts.
 * @param {ArrayLike<number>} sizes
 */
function starts(sizes) {
  const first = new Int32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) first[i + 1] = first[i] + sizes[i];
  return first;
}

/** Return a text with its fields `{name}` filled in. */
function fill(text, fields) {
  return text.replace(/\{(\w+)[^}]*\}/g, (_, name) => String(fields[name]));
}

/** Return a new element with a text and attributes. */
function element(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

const pad = (number) => String(number).padStart(2, "0");

/** Return day and time of a moment in milliseconds, as local times of the district: `05-06 08:30`. */
function dayAndTime(ms) {
  const at = new Date(ms);
  return `${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}
