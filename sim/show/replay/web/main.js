const HOUR = 3600;
const DAY = 24 * HOUR;
const MORNING = 7 * HOUR;
const byId = (id) => document.getElementById(id);
const [playButton, slider, speeds, clockText] = ["play", "time", "speed", "clock"].map(byId);

const runs = DATA.runs.map((run, i) => new Run(run, DATA.twins[i]));
const view = new View();
const panes = runs.map((run) => new Pane(run, view, runs.length > 1, choose));
for (const side of ["width", "height"]) {
  const most = Math.max(...panes.map((pane) => pane.ground[side]));
  for (const pane of panes) pane.ground[side] = most;
}
const clock = new Clock(showPlaying);
const story = new Story(byId("story-text"), runs, jump, () => choose(null, null));
const filters = new Filters(byId("filters"), runs, () => {
  cases.fill();
  scaleCurves();
  layOut();
});
const cases = new CaseList(byId("cases"), runs[0], filters, (i) => {
  choose(panes[0], runs[0].cases.issue[i]);
  jump(Math.min(DATA.seconds, Math.max(0, runs[0].cases.reported[i])));
  const [told, list] = [byId("story"), byId("cases")];
  // beside the maps the list goes on below the story, which stays above it; on a telephone it is read first
  if (getComputedStyle(told).position === "sticky") told.parentElement.scrollTop = list.offsetTop - told.offsetHeight;
  else told.scrollIntoView();
});
let stale = true;
let frames = 0;
let drawing = 0;

/** Choose an issue of a pane, and the same one in the other; null for none. */
function choose(pane, issue) {
  for (const one of panes) {
    const twin = pane && one !== pane && issue !== null ? pane.run.twin[issue] : -1;
    one.chosen = one === pane ? issue : twin >= 0 ? twin : null;
  }
  cases.mark(panes[0].chosen);
  if (issue === null) story.hide();
  else story.show(panes.map((one) => (one.chosen === null ? -1 : one.chosen)));
  stale = true;
}

function jump(second) {
  clock.play(false);
  clock.moveTo(second);
  stale = true;
}

/** Go to the next whistle of the first run that the filter lets through; after the last one to the first. */
function nextWhistle() {
  const { issue, from } = runs[0].whistles;
  const shown = Array.from(issue, (_, i) => i).filter((i) => from[i] >= 0 && from[i] < DATA.seconds && runs[0].passes[issue[i]]);
  const next = shown.find((i) => from[i] > clock.second) ?? shown[0];
  if (next === undefined) return;
  choose(panes[0], issue[next]);
  jump(from[next]);
}

function showPlaying() {
  playButton.textContent = clock.plays ? `❚❚ ${W.pause}` : `► ${W.play}`;
  playButton.setAttribute("aria-pressed", String(clock.plays));
}

function scaleCurves() {
  const most = Math.max(...panes.map((pane) => pane.curve.most()));
  for (const pane of panes) pane.curve.top = most;
}

function layOut() {
  for (const pane of panes) pane.layOut();
  stale = true;
}

function draw(now) {
  const began = performance.now();
  for (const run of runs) run.moveTo(clock.second);
  for (const pane of panes) pane.draw(clock.speed, clock.plays ? (now / 900) % 1 : 0.4);
  story.moveTo(clock.second);
  clockText.textContent = clock.text();
  slider.value = String(clock.second);
  slider.setAttribute("aria-valuetext", clock.text());
  frames += 1;
  drawing += performance.now() - began;
}

let before = performance.now();
function tick(now) {
  clock.pass(now - before);
  before = now;
  if (clock.plays || stale) {
    stale = false;
    draw(now);
  }
  requestAnimationFrame(tick);
}

/** Zoom about a place of a pane. */
function zoom(pane, factor, event) {
  const box = pane.map.getBoundingClientRect();
  const east = ((event.clientX - box.left) * pane.pixel - view.left) / view.scale / pane.ground.width;
  const north = (view.bottom - (event.clientY - box.top) * pane.pixel) / view.scale / pane.ground.height;
  const after = Math.min(40, Math.max(1, view.zoom * factor));
  const kept = view.zoom / after;
  view.eastOf = east + (view.eastOf - east) * kept;
  view.northOf = north + (view.northOf - north) * kept;
  view.zoom = after;
  if (after === 1) [view.eastOf, view.northOf] = [0.5, 0.5];
  layOut();
}

function heedPointer(pane) {
  let from = null;
  pane.map.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, y: event.clientY, eastOf: view.eastOf, northOf: view.northOf, moved: false };
    pane.map.setPointerCapture(event.pointerId);
  });
  pane.map.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [right, down] = [event.clientX - from.x, event.clientY - from.y];
    from.moved ||= Math.hypot(right, down) > 4;
    if (!from.moved || view.zoom === 1) return;
    pane.map.classList.add("dragged");
    view.eastOf = from.eastOf - (right * pane.pixel) / view.scale / pane.ground.width;
    view.northOf = from.northOf + (down * pane.pixel) / view.scale / pane.ground.height;
    layOut();
  });
  pane.map.addEventListener("pointerup", (event) => {
    if (from && !from.moved) pane.pick(event, clock.speed);
    from = null;
    pane.map.classList.remove("dragged");
  });
  pane.map.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(pane, event.deltaY < 0 ? 1.25 : 0.8, event);
    },
    { passive: false },
  );
  pane.curve.root.addEventListener("click", (event) => jump(pane.curve.secondAt(event)));
}

function heedKeys(event) {
  if (event.target instanceof HTMLSelectElement || event.target.type === "search" || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = event.shiftKey ? DAY : HOUR;
  const acts = {
    " ": () => clock.play(!clock.plays),
    ArrowLeft: () => jump(clock.second - step),
    ArrowRight: () => jump(clock.second + step),
    ArrowUp: () => changeSpeed(1),
    ArrowDown: () => changeSpeed(-1),
    Escape: () => choose(null, null),
    0: () => {
      Object.assign(view, { zoom: 1, eastOf: 0.5, northOf: 0.5 });
      layOut();
    },
  };
  const act = acts[event.key];
  const pressesOther = event.key === " " && (event.target.closest("#story, #filters, #cases, #next-whistle") || event.target === playButton);
  if (!act || pressesOther) return;
  event.preventDefault();
  act();
  stale = true;
}

function changeSpeed(by) {
  speeds.selectedIndex = Math.min(speeds.options.length - 1, Math.max(0, speeds.selectedIndex + by));
  clock.speed = Number(speeds.value);
}

byId("panes").append(...panes.map((pane) => pane.root));
fillLegend(byId("legend"));
showPlaying();
scaleCurves();
layOut();
panes.forEach(heedPointer);
byId("next-whistle").addEventListener("click", nextWhistle);
// Space plays again once something is ticked or opened with the pointer; keys keep the focus where it is
byId("filters").addEventListener("click", (event) => event.detail > 0 && event.target.closest("input, summary, button")?.blur());
playButton.addEventListener("click", () => clock.play(!clock.plays));
slider.addEventListener("input", () => {
  clock.moveTo(Number(slider.value));
  stale = true;
});
speeds.addEventListener("change", () => changeSpeed(0));
document.addEventListener("keydown", heedKeys);
if (new Date(DATA.start).getUTCHours() === 0 && DATA.seconds > MORNING) clock.moveTo(MORNING);
const sizes = new ResizeObserver(layOut);
for (const pane of panes) sizes.observe(pane.map);
requestAnimationFrame(tick);

/** For those who measure or test: the state of the page. */
window.replay = { clock, runs, panes, choose, measured: () => ({ frames, drawing }) };
