/** Those who walk: where each was last known to be, and where it goes, at any second. */
class Walkers {
  constructor({ kinds, names, legs: counts }, legs) {
    this.kinds = kinds;
    this.names = names;
    this.first = starts(unpack(counts));
    this.legs = legs;
    this.depart = legs.depart;
  }

  /** Return until which second somebody who has finished is still drawn where that was. */
  _seenUntil(walker, second) {
    if (this.kinds[walker] !== "worker") return second + 3600;
    const ofDay = (DATA.start / 1000 + second) % 86400;
    return second + 86400 - ofDay;
  }

  /**
   * Return where a walker is: position, whether it walks, rests (all it did is done), and which walk it is on; null
   * before anything is known of it, and from when on nothing is: an hour after a crew's work, the night for a worker.
   * @param {number} walker
   * @param {number} second
   */
  at(walker, second) {
    const { depart, travel, stay, x, y } = this.legs;
    let low = this.first[walker];
    let high = this.first[walker + 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (depart[middle] <= second) low = middle + 1;
      else high = middle;
    }
    const leg = low - 1;
    if (leg < this.first[walker]) return null;
    const arrive = depart[leg] + travel[leg];
    if (second >= arrive) {
      const done = arrive + stay[leg];
      if (second > this._seenUntil(walker, done)) return null;
      return { x: x[leg], y: y[leg], walks: false, rests: second > done, leg };
    }
    if (leg === this.first[walker]) return null;
    const part = (second - depart[leg]) / travel[leg];
    const [fromX, fromY] = [x[leg - 1], y[leg - 1]];
    return { x: fromX + part * (x[leg] - fromX), y: fromY + part * (y[leg] - fromY), walks: true, rests: false, leg };
  }
}
