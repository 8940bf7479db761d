/* The only place that calls Plotly. A figure waits in <script type="application/json" data-chart="ID"> beside its
   static drawing; it is drawn over that drawing when it comes into view, and again when its column changes width.
   <html data-charts-ready> is there when everything in view has been drawn. */
(function () {
  "use strict";
  // No mode bar: its default has a button that sends the figure to a server of others.
  const CONFIG = { displayModeBar: false, responsive: false, scrollZoom: false, doubleClick: false, locale: "nl" };
  const INK = "#0F1C2E", MUTED = "#526074", GRID = "#E6EBF1", AXIS = "#8795A6";
  const FONT = "Noto Sans, system-ui, sans-serif";
  const AXES = { zeroline: false, fixedrange: true, tickfont: { size: 12, color: MUTED } };
  // What every figure shares; what a figure says itself wins.
  const LAYOUT = {
    showlegend: false, hovermode: "closest", separators: ",.", dragmode: false,
    paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: FONT, size: 13, color: INK },
    hoverlabel: { bgcolor: "#fff", bordercolor: AXIS, font: { family: FONT, size: 13, color: INK }, align: "left" },
    margin: { l: 44, r: 16, t: 18, b: 28, pad: 0 },
    xaxis: { ...AXES, showgrid: false, showline: true, linecolor: AXIS },
    yaxis: { ...AXES, showline: false, gridcolor: GRID },
  };
  const DUTCH = {
    moduleType: "locale", name: "nl", dictionary: {},
    format: {
      days: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
      shortDays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
      months: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december"],
      shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
      date: "%-d-%-m-%Y", decimal: ",", thousands: ".",
    },
  };
  const NARROW = 460;
  const drawn = new Map(); // place of the plot -> width at which it was drawn

  const isPlain = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  function over(base, own) {
    const result = { ...base };
    Object.entries(own).forEach(([key, value]) => {
      result[key] = isPlain(value) && isPlain(result[key]) ? over(result[key], value) : value;
    });
    return result;
  }

  // Plotly writes bold tags as style attributes, which our policy refuses: a note gets its weight from its font,
  // and the style sheet makes the first line of a hover label bold.
  function plain(value) {
    if (typeof value === "string") { return value.replace(/<\/?b>/g, ""); }
    if (Array.isArray(value)) { return value.map(plain); }
    if (!isPlain(value)) { return value; }
    const strong = typeof value.text === "string" && value.text.startsWith("<b>");
    const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
    return strong ? { ...copy, font: { ...copy.font, weight: 700 } } : copy;
  }

  function narrow(layout, width) {
    if (width >= NARROW) { return layout; }
    layout.margin.r = Math.min(layout.margin.r, 14);
    layout.margin.l = Math.min(layout.margin.l, 38);
    const keep = layout.meta && layout.meta.narrowTicks;
    if (keep && layout.xaxis.ticktext) {
      layout.xaxis.ticktext = layout.xaxis.ticktext.map((text, i) => (keep.includes(i) ? text : ""));
    }
    (layout.annotations || []).forEach((note) => {
      if (note.name === "end-up" || note.name === "end-down") {
        note.xanchor = "right";
        note.xshift = 40;
        note.yshift = note.name === "end-up" ? 18 : -44;
      }
      if (note.name === "wide") { note.visible = false; }
    });
    return layout;
  }

  function draw(block) {
    const place = document.getElementById(block.dataset.chart);
    const box = place && place.closest(".pvi-chart");
    if (!box || !box.clientWidth || drawn.get(place) === box.clientWidth) { return; }
    const figure = plain(JSON.parse(block.textContent));
    drawn.set(place, box.clientWidth);
    box.classList.add("pvi-chart--live");
    window.Plotly.newPlot(place, figure.data, narrow(over(LAYOUT, figure.layout), box.clientWidth), CONFIG);
  }

  const blockOf = (box) => box.parentElement.querySelector("script[data-chart]");

  const seen = new IntersectionObserver((entries) => {
    entries.filter((entry) => entry.isIntersecting).forEach((entry) => {
      seen.unobserve(entry.target);
      draw(blockOf(entry.target));
    });
    document.documentElement.dataset.chartsReady = "1";
  }, { rootMargin: "240px 0px" });

  function watch() {
    const boxes = [...document.querySelectorAll(".pvi-chart:not(.pvi-chart--live)")].filter(blockOf);
    if (!boxes.length) { document.documentElement.dataset.chartsReady = "1"; return; }
    delete document.documentElement.dataset.chartsReady;
    boxes.forEach((box) => seen.observe(box));
  }

  function forget() {
    drawn.forEach((width, place) => {
      if (!place.isConnected) { window.Plotly.purge(place); drawn.delete(place); }
    });
  }

  function redraw() {
    drawn.forEach((width, place) => draw(blockOf(place.closest(".pvi-chart"))));
  }

  if (!window.Plotly) { return; } // the static drawings stay
  window.Plotly.register(DUTCH);
  let timer;
  window.addEventListener("resize", () => { clearTimeout(timer); timer = setTimeout(redraw, 150); });
  document.addEventListener("htmx:after:swap", () => { forget(); watch(); });
  document.addEventListener("toggle", () => setTimeout(redraw), true); // a chart in a fold has a width once it opens
  document.fonts.ready.then(watch);
}());
