/** Return day and time of a second of the replay. */
const stamped = (second) => dayAndTime(DATA.start + 1000 * second);

/** The one clock of the page, in seconds from the start. */
class Clock {
  /** @param {function(): void} onPlay called when it begins or ceases to run */
  constructor(onPlay) {
    this.second = 0;
    this.speed = 3600;
    this.plays = false;
    this.onPlay = onPlay;
  }

  /** Go to a second, at the ends at most. */
  moveTo(second) {
    this.second = Math.min(DATA.seconds, Math.max(0, second));
  }

  play(plays) {
    if (plays && this.second >= DATA.seconds) this.second = 0;
    this.plays = plays;
    this.onPlay();
  }

  /** Let so many milliseconds of the reader's time pass. */
  pass(ms) {
    if (!this.plays) return;
    this.moveTo(this.second + (this.speed * Math.min(ms, 250)) / 1000);
    if (this.second >= DATA.seconds) this.play(false);
  }

  /** Return the day and the hour in words. */
  text() {
    const at = new Date(DATA.start + 1000 * this.second);
    const day = W.weekdays.split(" ")[(at.getUTCDay() + 6) % 7];
    return `${day} ${at.getUTCFullYear()}-${stamped(this.second)}`;
  }
}
