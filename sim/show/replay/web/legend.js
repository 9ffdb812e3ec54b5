/** Fill the legend: each mark as it is on the map, and what it means. */
function fillLegend(box) {
  const row = (text, draw) => {
    const canvas = Object.assign(element("canvas"), { width: 64, height: 48 });
    const context = canvas.getContext("2d");
    context.translate(32, 24);
    draw(context);
    box.append(canvas, element("span", text));
  };
  const mark = (text, code, fade = 0) => row(text, (context) => drawMark(context, code, 13, fade));
  mark(W.mark_hidden, HIDDEN);
  mark(W.mark_known, KNOWN);
  mark(W.mark_waiting, WAITING | (5 << 3));
  mark(W.mark_underway, UNDERWAY | (5 << 3));
  row(W.mark_overdue, (context) => {
    context.translate(0, -5);
    drawMark(context, WAITING | (5 << 3) | OVERDUE, 12);
  });
  mark(W.mark_closed, CLOSED | (2 << 3));
  mark(W.mark_unfixed, UNFIXED);
  row(W.mark_report, (context) => {
    context.strokeStyle = "#1f5f8b";
    context.lineWidth = 3;
    context.beginPath();
    context.arc(0, 0, 15, 0, 2 * Math.PI);
    context.stroke();
  });
  row(W.mark_whistle, (context) => drawWhistle(context, 0, 0, 7, 0));
  row(W.mark_worker, (context) => drawWalker(context, false, 16, false));
  row(W.mark_crew, (context) => drawWalker(context, true, 17, false));
  row(W.mark_rests, (context) => drawWalker(context, false, 16, true));
  box.append(element("p", W.marks_of_levels, { class: "wide" }));
  DATA.levels.forEach((name, level) => level && mark(name, UNDERWAY | (level << 3)));
}
