const pad = (number) => String(number).padStart(2, "0");

/** Return date and hour of a second, as local times of the district: `05-06 08:30`. */
function stamped(second) {
  const at = new Date(DATA.start + 1000 * second);
  return `${pad(at.getUTCMonth() + 1)}-${pad(at.getUTCDate())} ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

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
