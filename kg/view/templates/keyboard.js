"use strict";
// Everything by keyboard: arrows walk along the lines of the graph.
{
  const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest of some nodes that lies to one side.
  function nearest(from, ids, [dx, dy]) {
    let best = null;
    let least = Infinity;
    for (const id of ids) {
      const to = kg.placeOf(id);
      const [x, y] = [to.x - from.x, to.y - from.y];
      const along = x * dx + y * dy;
      const aside = Math.abs(x * dy - y * dx);
      if (along <= 0 || aside > along * 1.8) continue;
      const cost = along + aside * 1.5;
      if (cost < least) [best, least] = [id, cost];
    }
    return best;
  }

  function walk(direction) {
    const [centre] = kg.centreOf(kg.state.selected).filter(kg.isDrawn);
    if (!centre) {
      const [first] = kg.scenery().nodes;
      if (first) kg.selectNode(first.node.id, { move: true });
      return;
    }
    const near = new Set();
    for (const edge of kg.edgesOf[kg.state.view].get(centre) ?? []) if (kg.shown.edges.has(edge.id)) near.add(edge.from).add(edge.to);
    near.delete(centre);
    const others = [...kg.shown.nodes].filter((id) => id !== centre && kg.isDrawn(id));
    const next = nearest(kg.placeOf(centre), near, direction) ?? (near.size ? null : nearest(kg.placeOf(centre), others, direction));
    if (next) kg.selectNode(next, { move: true });
  }

  function inGraph(event) {
    if (directions[event.key]) walk(directions[event.key]);
    else if (event.key === "Enter") kg.get(kg.state.tab).focus();
    else if (event.key === "+" || event.key === "=") kg.zoom(1.25);
    else if (event.key === "-") kg.zoom(0.8);
    else return;
    event.preventDefault();
  }

  const anywhere = {
    "/": () => { kg.get("search").focus(); kg.get("search").select(); },
    "?": () => kg.showKeys(),
    "0": () => kg.fit(),
    "1": () => kg.setSteps(1),
    "2": () => kg.setSteps(2),
    "3": () => kg.setSteps(0),
    r: () => kg.setNames(!kg.state.names),
    v: () => kg.setView(kg.state.view === "entities" ? "situations" : "entities"),
    Escape: () => kg.select(null),
  };

  kg.startKeyboard = function () {
    kg.get("graph").addEventListener("keydown", inGraph);
    document.addEventListener("keydown", (event) => {
      const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || kg.get("keys").open) return;
      const does = anywhere[event.key] ?? anywhere[event.key.toLowerCase()];
      if (!does) return;
      event.preventDefault();
      does();
    });
  };
}
