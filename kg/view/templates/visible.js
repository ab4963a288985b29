"use strict";
// Which facts, nodes and edges the filters, the timeline and the neighbourhood leave.
kg.whenOf = (fact) => (kg.state.clock === "event" ? fact.when : fact.reported);

kg.inTime = function (fact) {
  const when = kg.whenOf(fact);
  if (!when) return kg.state.undated;
  const left = kg.daysLeft();
  return !left || (when[0] <= left[1] && lastDay(fact, when) >= left[0]);
};

// What lasts goes on until it is said to end.
function lastDay(fact, when) {
  if (kg.state.clock !== "event" || fact.kind !== "State" || !fact.time?.start) return when[1];
  return fact.time.end ? `${fact.time.end}-12-31`.slice(0, 10) : "9999-12-31";
}

kg.factShown = function (fact) {
  const { off } = kg.state;
  if (off.types.has(fact.type) || off.statuses.has(fact.status) || !kg.inTime(fact)) return false;
  if (off.sources.size && fact.sources.size && [...fact.sources].every((id) => off.sources.has(id))) return false;
  return !off.articles.size || [...fact.articles].some((id) => !off.articles.has(id));
};

kg.narrowed = function () {
  const { off, range, undated } = kg.state;
  return Boolean(off.types.size || off.statuses.size || off.sources.size || off.articles.size || range || !undated);
};

// What is drawn when nothing is hidden: all, or the communities with what has been opened of them.
kg.drawn = function (view) {
  const groups = kg.data.communities[view];
  const opened = kg.state.opened[view];
  if (!groups) return [...kg.nodes.values()].filter((node) => node.at[view]);
  if (opened.size) return [...opened].map((id) => kg.nodes.get(id)).filter((node) => node?.at[view]);
  return Object.keys(groups).map((id) => kg.nodes.get(`${view}/${id}`));
};

kg.look = function () {
  const { view, off, steps, selected } = kg.state;
  const facts = new Set();
  for (const fact of kg.facts.values()) if (kg.factShown(fact)) facts.add(fact.id);
  const narrowed = kg.narrowed();
  const active = new Set();
  for (const id of facts) {
    active.add(id);
    const fact = kg.facts.get(id);
    for (const [, filler] of fact.roles) active.add(filler);
    for (const source of fact.sources) active.add(source);
  }
  let nodes = new Set();
  for (const node of kg.drawn(view)) {
    if (off.kinds.has(node.kind)) continue;
    if (node.node === "situation" ? facts.has(node.id) : node.node === "community" || !narrowed || active.has(node.id)) nodes.add(node.id);
  }
  const shows = (edge) =>
    nodes.has(edge.from) && nodes.has(edge.to) && (edge.fact ? facts.has(edge.fact) : !off.statuses.has("background"));
  const start = steps && selected ? kg.centreOf(selected).filter((id) => nodes.has(id)) : [];
  if (start.length) nodes = kg.around(start, steps, shows);
  const edges = new Set();
  for (const id of nodes) for (const edge of kg.edgesOf[view].get(id) ?? []) if (shows(edge)) edges.add(edge.id);
  kg.shown = { facts, nodes, edges };
  return kg.shown;
};

kg.around = function (start, steps, shows) {
  const found = new Set(start);
  for (let step = 0; step < steps; step += 1) {
    for (const id of [...found]) {
      for (const edge of kg.edgesOf[kg.state.view].get(id) ?? []) {
        if (!shows(edge)) continue;
        found.add(edge.from);
        found.add(edge.to);
      }
    }
  }
  return found;
};

// What a selection lights up in the drawing; null when nothing is selected.
kg.lit = function () {
  const { selected, view } = kg.state;
  if (!selected) return null;
  const nodes = new Set(kg.centreOf(selected));
  const edges = new Set();
  const light = (edge) => {
    edges.add(edge.id);
    nodes.add(edge.from);
    nodes.add(edge.to);
  };
  if (selected.entity) (kg.edgesOf[view].get(selected.entity) ?? []).forEach(light);
  else if (selected.edge && kg.edges.get(selected.edge).view === view) light(kg.edges.get(selected.edge));
  else if (selected.link) light(kg.edges.get(selected.link));
  else if (selected.fact && view === "situations") (kg.edgesOf[view].get(selected.fact) ?? []).forEach(light);
  else if (selected.fact) {
    for (const id of [...nodes]) for (const edge of kg.edgesOf[view].get(id) ?? []) if (edge.fact === selected.fact) light(edge);
  }
  return { nodes, edges, centre: new Set(kg.centreOf(selected)) };
};
