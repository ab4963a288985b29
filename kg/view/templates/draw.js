"use strict";
// The drawing, by vis-network: places come from the page, symbols and labels are our own.
{
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const looks = new Map();
  let focus = null;
  let network = null;

  const options = {
    autoResize: true,
    physics: { enabled: false, barnesHut: { springLength: 150, gravitationalConstant: -6000, avoidOverlap: 0.4 }, stabilization: false },
    interaction: { hover: true, keyboard: false, tooltipDelay: 1e9, selectConnectedEdges: false, hoverConnectedEdges: false },
    layout: { improvedLayout: false },
    nodes: { shape: "custom", chosen: false, ctxRenderer: drawNode },
    edges: { chosen: false, smooth: false, width: 1.5, arrows: { to: { scaleFactor: 0.7 } }, color: { inherit: false } },
  };

  function drawNode({ ctx, id, x, y }) {
    const node = kg.nodes.get(id);
    const r = kg.sizeOf(node);
    const style = kg.styleOf(node);
    return {
      drawNode() {
        const chosen = focus?.centre.has(id);
        ctx.save();
        ctx.globalAlpha = focus && !focus.nodes.has(id) ? 0.16 : 1;
        const path = new Path2D(kg.shapePath(style.shape, x, y, r));
        ctx.fillStyle = style.colour;
        ctx.fill(path);
        ctx.setLineDash([]);
        ctx.lineWidth = chosen ? 4 : kg.state.hovered === id ? 3 : 1.2;
        ctx.strokeStyle = chosen || kg.state.hovered === id ? kg.colours.accent : kg.colours.outline;
        ctx.stroke(path);
        ctx.restore();
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }

  function lookOf(edge) {
    if (!focus) return "plain";
    return focus.edges.has(edge.id) ? "lit" : "dim";
  }

  const isChosen = ({ id, fact }) => {
    const { selected } = kg.state;
    return Boolean(selected) && (selected.edge ? selected.edge === id : selected.link ? selected.link === id : Boolean(fact) && selected.fact === fact);
  };

  function styled(edge) {
    const look = lookOf(edge);
    const alone = isChosen(edge);
    const tone = edge.status === "denied" || edge.status === "disputed" ? kg.colours.denied : look === "lit" ? kg.colours.outline : kg.colours.edge;
    const dashes = kg.data.statuses[edge.status]?.dashes ?? [];
    return {
      id: edge.id,
      color: { color: alone ? kg.colours.accent : look === "dim" ? kg.colours.line : tone, hover: kg.colours.accent, opacity: look === "dim" ? 0.5 : 1 },
      width: look === "lit" ? 2.6 : edge.status === "background" ? 1.1 : 1.8,
      dashes: dashes.length ? dashes : false,
    };
  }

  function asEdge(edge) {
    const curve = edge.curve ? { enabled: true, type: edge.curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.curve) } : false;
    return {
      ...styled(edge), from: edge.from, to: edge.to, smooth: curve, hidden: !kg.shown.edges.has(edge.id),
      arrows: { to: { enabled: !edge.mutual && edge.status !== "background" } },
    };
  }

  function fill() {
    const view = kg.state.view;
    const drawn = kg.drawn(view);
    const ids = new Set(drawn.map((node) => node.id));
    looks.clear();
    network?.setData({ nodes: [], edges: [] });
    nodes.clear();
    edges.clear();
    // The layout is wide; where there is more height, it is laid on its side.
    const upright = kg.get("graph").clientHeight > kg.get("graph").clientWidth * 1.1;
    nodes.add(drawn.map(({ id, at }) => ({ id, x: at[view][upright ? 1 : 0], y: at[view][upright ? 0 : 1], hidden: !kg.shown.nodes.has(id) })));
    const lines = new Map();
    for (const id of ids) for (const edge of kg.edgesOf[view].get(id) ?? []) if (ids.has(edge.from) && ids.has(edge.to)) lines.set(edge.id, edge);
    edges.add([...lines.values()].map(asEdge));
    for (const edge of lines.values()) looks.set(edge.id, lookKey(edge));
    edges.add(kg.communityLinks(drawn));
    network?.setData({ nodes, edges });
    kg.fit(false);
  }

  const lookKey = (edge) => `${lookOf(edge)} ${isChosen(edge)}`;

  kg.communityLinks = (drawn) =>
    drawn.filter((node) => node.node === "community").flatMap((node) => node.links.map(([other, count]) => ({ from: node.id, to: `${kg.state.view}/${other}`, count })))
      // The strongest only: where all hangs together with all, more lines say less.
      .sort((a, b) => b.count - a.count).slice(0, drawn.length * 3)
      .map(({ from, to, count }) => ({
        id: `${from} ${to}`, from, to, arrows: { to: { enabled: false } }, width: Math.min(8, 0.6 + Math.log2(count)), color: { color: kg.colours.edge, opacity: 0.5 },
      }));

  function restyle(all) {
    focus = kg.lit();
    const changed = [];
    for (const id of edges.getIds()) {
      const edge = kg.edges.get(id);
      if (!edge || (!all && looks.get(id) === lookKey(edge))) continue;
      looks.set(id, lookKey(edge));
      changed.push(styled(edge));
    }
    edges.update(changed);
    network.redraw();
  }

  // Once before the next picture, however often it is asked for.
  let asked = false;
  function redrawSoon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; network.redraw(); });
  }

  function hide() {
    const flip = (set, shown) => set.update(set.get({ fields: ["id", "hidden"] }).filter((item) => kg.nodes.has(item.id) || kg.edges.has(item.id))
      .filter((item) => Boolean(item.hidden) === shown.has(item.id)).map((item) => ({ id: item.id, hidden: !item.hidden })));
    flip(nodes, kg.shown.nodes);
    flip(edges, kg.shown.edges);
    redrawSoon();
  }

  // Everything visible with its present place, the largest first; labels and exports draw from it.
  kg.scenery = function () {
    const places = network.getPositions();
    const shown = [...kg.shown.nodes].filter((id) => places[id]).map((id) => ({ node: kg.nodes.get(id), ...places[id], r: kg.sizeOf(kg.nodes.get(id)) }));
    shown.sort((a, b) => b.r - a.r || (a.node.id < b.node.id ? -1 : 1));
    const lines = [...kg.shown.edges].map((id) => kg.edges.get(id)).filter((edge) => places[edge.from] && places[edge.to])
      .map((edge) => ({ edge, from: places[edge.from], to: places[edge.to] }));
    return { nodes: shown, edges: lines };
  };

  function drawLabels(context) {
    const { nodes: shown, edges: lines } = kg.scenery();
    const first = new Set(focus ? focus.nodes : []);
    first.centre = focus?.centre;
    if (kg.state.hovered) first.add(kg.state.hovered);
    const named = lines.filter(({ edge }) => (focus ? focus.edges.has(edge.id) : kg.state.names) || kg.state.hovered === edge.id);
    const wanted = focus ? first : Object.assign(new Set(), { centre: null });
    const { clientWidth, clientHeight } = kg.get("graph");
    const [upper, lower] = [{ x: 4, y: 2 }, { x: clientWidth - 4, y: clientHeight - 2 }].map((point) => network.DOMtoCanvas(point));
    const labels = kg.placeLabels(context, shown, named, network.getScale(), wanted, [upper.x, upper.y, lower.x, lower.y]);
    kg.drawnLabels = labels;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    for (const label of labels) {
      context.globalAlpha = label.dim ? 0.25 : 1;
      context.font = `${label.bold ? "650 " : ""}${label.size}px ${kg.FONT}`;
      context.lineWidth = label.size * 0.3;
      context.strokeStyle = kg.colours.paper;
      context.fillStyle = label.edge ? kg.colours.soft : kg.colours.ink;
      label.lines.forEach((line, i) => {
        context.strokeText(line, label.x, label.y + i * label.size * 1.2);
        context.fillText(line, label.x, label.y + i * label.size * 1.2);
      });
    }
    context.globalAlpha = 1;
  }

  kg.fit = (animated = true) => {
    const shown = [...kg.shown.nodes].filter((id) => nodes.get(id));
    if (!shown.length) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const places = network.getPositions(shown);
    const xs = shown.map((id) => places[id].x);
    const ys = shown.map((id) => places[id].y);
    const box = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
    const { clientWidth, clientHeight } = kg.get("graph");
    // Names lie below and beside the symbols, and need some room too.
    const wide = Math.max(clientWidth - 110, 100);
    const scale = Math.min(1.35, wide / Math.max(box.right - box.left, 1), Math.max(clientHeight - 90, 100) / Math.max(box.bottom - box.top, 1));
    box.bottom += 24 / scale;
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale, animation: animated && !still ? { duration: 250 } : false });
  };

  kg.zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });
  kg.placeOf = (id) => network.getPosition(id);
  kg.onScreen = (id) => network.canvasToDOM(network.getPosition(id));
  kg.isDrawn = (id) => kg.shown.nodes.has(id) && Boolean(nodes.get(id));

  // Move the picture only where what is chosen lies outside it.
  function reveal() {
    const { clientWidth, clientHeight } = kg.get("graph");
    for (const id of focus?.centre ?? []) {
      if (!nodes.get(id)) continue;
      const { x, y } = kg.onScreen(id);
      if (x < 40 || y < 40 || x > clientWidth - 40 || y > clientHeight - 60) {
        network.moveTo({ position: kg.placeOf(id), scale: Math.max(network.getScale(), 0.7) });
        return;
      }
    }
  }

  let stop = null;
  kg.arrange = function (on) {
    clearTimeout(stop);
    network.setOptions({ physics: { enabled: on } });
    kg.get("arrange").setAttribute("aria-pressed", String(on));
    if (on) stop = setTimeout(() => kg.arrange(false), 5000);
  };

  function listen() {
    network.on("click", ({ nodes: [node], edges: [edge] }) => {
      if (node) kg.selectNode(node);
      else if (edge && kg.edges.has(edge)) kg.selectEdge(edge);
      else kg.select(null);
    });
    network.on("doubleClick", ({ nodes: [id] }) => {
      if (!id) return;
      if (kg.nodes.get(id).node === "community") kg.openCommunity(id);
      else if (kg.data.communities[kg.state.view]) kg.reopen([id]);
      else kg.setSteps(1);
    });
    const hover = (id, cursor) => {
      kg.state.hovered = id;
      kg.get("graph").style.cursor = cursor;
      redrawSoon();
    };
    network.on("hoverNode", ({ node }) => hover(node, "pointer"));
    network.on("hoverEdge", ({ edge }) => hover(edge, "pointer"));
    network.on("blurNode", () => hover(null, ""));
    network.on("blurEdge", () => hover(null, ""));
    network.on("afterDrawing", drawLabels);
    network.on("stabilized", () => kg.arrange(false));
  }

  kg.reopen = function (ids) {
    kg.open(ids);
    kg.emit("view");
    kg.emit("filter");
    kg.emit("select", { move: true });
  };

  kg.startDrawing = function () {
    kg.look();
    focus = kg.lit();
    network = new vis.Network(kg.get("graph"), { nodes: [], edges: [] }, options);
    // Our own container takes the focus and the keys.
    kg.get("graph").querySelector(".vis-network").tabIndex = -1;
    listen();
    fill();
    kg.on("view", () => { kg.look(); focus = kg.lit(); fill(); });
    kg.on("filter", () => { kg.look(); hide(); kg.emit("looked"); });
    kg.on("select", ({ move }) => {
      const missing = move && kg.state.selected && kg.data.communities[kg.state.view] && kg.centreOf(kg.state.selected).some((id) => !nodes.get(id));
      if (missing) { kg.look(); fill(); kg.emit("looked"); }
      restyle(false);
      if (move) reveal();
    });
    kg.on("theme", () => restyle(true));
    kg.on("language", () => network.redraw());
    network.redraw();
  };
}
