"use strict";
// What the reader chose. Whoever changes it says so; whoever shows it listens.
kg.state = {
  language: kg.data.language,
  view: "entities",
  selected: null,
  hovered: null,
  steps: 0,
  names: false,
  theme: null,
  off: { kinds: new Set(), statuses: new Set(), sources: new Set(), types: new Set(), articles: new Set() },
  clock: "event",
  range: null,
  undated: true,
  opened: { entities: new Set(), situations: new Set() },
};

{
  const listeners = new Map();
  kg.on = (names, listener) => names.split(" ").forEach((name) => listeners.set(name, [...(listeners.get(name) ?? []), listener]));
  kg.emit = (name, ...details) => (listeners.get(name) ?? []).forEach((listener) => listener(...details));
}

// A selection is {entity}, {fact} (perhaps with the edge it was chosen by), {link} (an edge without a fact) or {community}.
kg.select = function (selected, { move = false, tab = "details" } = {}) {
  kg.state.selected = selected;
  if (selected && move) kg.open(kg.centreOf(selected));
  kg.emit("select", { move, tab });
  if (kg.state.steps) kg.emit("filter");
};

kg.selectNode = function (id, options) {
  const node = kg.nodes.get(id);
  if (node) kg.select(node.node === "situation" ? { fact: id } : { [node.node]: id }, options);
};

kg.selectEdge = function (id) {
  const edge = kg.edges.get(id);
  if (edge) kg.select(edge.fact ? { fact: edge.fact, edge: id } : { link: id });
};

// The nodes that a selection is about, in the present view.
kg.centreOf = function (selected) {
  if (!selected) return [];
  if (selected.entity || selected.community) return [selected.entity ?? selected.community];
  const edge = kg.edges.get(selected.link ?? selected.edge);
  if (selected.link || (edge && kg.state.view === edge.view && edge.view === "entities")) return [edge.from, edge.to];
  if (kg.state.view === "situations") return [selected.fact];
  return kg.facts.get(selected.fact).roles.map(([, id]) => id).filter((id) => kg.nodes.get(id)?.node === "entity");
};

kg.setView = function (view) {
  kg.state.view = view;
  kg.emit("view");
  kg.emit("filter");
  kg.emit("select", {});
};

// Bring nodes of a view too large to draw whole into the drawing.
kg.open = function (ids) {
  if (!kg.data.communities[kg.state.view]) return;
  const opened = kg.state.opened[kg.state.view];
  for (const id of ids) {
    opened.add(id);
    for (const edge of (kg.edgesOf[kg.state.view].get(id) ?? []).slice(0, 200)) {
      opened.add(edge.from);
      opened.add(edge.to);
    }
  }
  kg.shedOpened(opened);
};

kg.openCommunity = function (id) {
  kg.open([]);
  for (const member of kg.nodes.get(id).members.slice(0, kg.data.mostDrawn)) kg.state.opened[kg.state.view].add(member);
  kg.shedOpened(kg.state.opened[kg.state.view]);
  kg.select(null);
  kg.emit("view");
  kg.emit("filter");
};

kg.shedOpened = function (opened) {
  for (const id of opened) {
    if (opened.size <= kg.data.mostDrawn) break;
    opened.delete(id);
  }
};
