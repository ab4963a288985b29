"use strict";
// The timeline: how many facts fall when, by either clock, with a slider for both ends and a play button.
{
  const MOST_BINS = 48;
  let bins = [];
  let step = (when) => when.join("/");
  let timer = null;
  let parts = null;

  const coarser = [(when) => when.join("/"), (when) => when[0].slice(0, 7), (when) => when[0].slice(0, 4), (when) => `${when[0].slice(0, 3)}0`];

  function build() {
    const known = [...kg.facts.values()].map(kg.whenOf).filter(Boolean);
    for (step of coarser) {
      const counted = new Map();
      for (const when of known) {
        const key = step(when);
        const bin = counted.get(key) ?? { key, first: when[0], last: when[1], count: 0 };
        bin.count += 1;
        if (when[0] < bin.first) bin.first = when[0];
        if (when[1] > bin.last) bin.last = when[1];
        counted.set(key, bin);
      }
      bins = [...counted.values()].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.last < b.last ? -1 : 1));
      if (bins.length <= MOST_BINS) break;
    }
  }

  // The first and the last day that the slider leaves; null when it leaves all.
  kg.daysLeft = () => kg.state.range && [bins[kg.state.range[0]].first, bins[kg.state.range[1]].last];

  function bars() {
    const most = Math.max(...bins.map((bin) => bin.count));
    const width = 100 / bins.length;
    return kg.svg("svg", { viewBox: "0 0 100 30", preserveAspectRatio: "none", "aria-hidden": "true" }, ...bins.map((bin, i) => {
      const height = Math.max(3, (26 * bin.count) / most);
      return kg.svg("rect", { x: i * width + width * 0.12, y: 30 - height, width: width * 0.76, height });
    }));
  }

  function slider(end) {
    const input = kg.el("input", { type: "range", min: 0, max: bins.length - 1, step: 1, "aria-label": kg.t(end), "data-end": end });
    input.addEventListener("input", () => {
      let [from, to] = kg.state.range ?? [0, bins.length - 1];
      if (end === "from") from = Math.min(+input.value, to);
      else to = Math.max(+input.value, from);
      setRange(from, to);
    });
    return input;
  }

  function setRange(from, to) {
    kg.state.range = from === 0 && to === bins.length - 1 ? null : [from, to];
    update();
    kg.emit("filter");
  }

  function update() {
    if (!parts) return;
    const [from, to] = kg.state.range ?? [0, bins.length - 1];
    parts.from.value = from;
    parts.to.value = to;
    // Where both ends meet at the right, the one that can still move lies on top.
    parts.from.classList.toggle("front", from === bins.length - 1);
    const [first, last] = [bins[from], bins[to]];
    const said = from === to ? kg.period([first.first, first.last]) : `${kg.period([first.first, first.last])} – ${kg.period([last.first, last.last])}`;
    for (const [input, bin] of [[parts.from, first], [parts.to, last]]) input.setAttribute("aria-valuetext", kg.period([bin.first, bin.last]));
    parts.when.replaceChildren(said, kg.el("span", { text: kg.state.range ? "\u00a0" : kg.t("allDates") }));
    [...parts.bars.children].forEach((bar, i) => bar.setAttribute("class", i < from || i > to ? "out" : ""));
    parts.play.textContent = timer ? "❚❚" : "▶";
    parts.play.setAttribute("aria-label", kg.t(timer ? "pause" : "play"));
  }

  function play() {
    if (timer) return stop();
    const from = kg.state.range?.[0] ?? 0;
    let to = kg.state.range && kg.state.range[1] < bins.length - 1 ? kg.state.range[1] : from;
    const tick = () => {
      setRange(from, to);
      if (to >= bins.length - 1) stop();
      to += 1;
    };
    timer = setInterval(tick, 900);
    tick();
    return update();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
    update();
  }

  function clock() {
    const buttons = ["event", "reported"].map((name) => kg.button(kg.t(name), () => {
      kg.state.clock = name;
      kg.resetTime();
    }, { "data-clock": name, "aria-pressed": String(kg.state.clock === name) }));
    return kg.el("div", { class: "segments", role: "group", "aria-label": kg.t("clock") }, ...buttons);
  }

  function undated() {
    const box = kg.el("input", { type: "checkbox", id: "undated" });
    box.checked = kg.state.undated;
    box.addEventListener("change", () => { kg.state.undated = box.checked; kg.emit("filter"); });
    return kg.el("label", {}, box, kg.t("undated"));
  }

  function show() {
    const root = kg.get("timeline");
    parts = null;
    if (!bins.length) {
      root.replaceChildren(clock(), kg.el("p", { class: "empty", text: kg.t("noDates") }));
      return;
    }
    parts = { play: kg.button("▶", play, { class: "play" }), bars: bars(), from: slider("from"), to: slider("to"), when: kg.el("div", { class: "when" }) };
    const track = kg.el("div", { class: "track" }, parts.bars, kg.el("div", { class: "rail" }), parts.from, parts.to);
    root.replaceChildren(parts.play, clock(), track, kg.el("div", {}, parts.when, undated()));
    update();
  }

  kg.resetTime = function () {
    clearInterval(timer);
    timer = null;
    kg.state.range = null;
    kg.state.undated = true;
    build();
    show();
    kg.emit("filter");
  };

  kg.prepareTime = build;

  kg.startTimeline = function () {
    kg.on("language", show);
    show();
  };
}
