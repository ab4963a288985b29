"use strict";
// The visible graph as a list of paths and texts, with its legend: what pictures are made from.
{
  const PAD = 36;

  function edgePaths({ edge, from, to }, radius) {
    const bend = edge.curve ? kg.bendPoint(from, to, edge.curve) : null;
    const colour = edge.status === "denied" || edge.status === "disputed" ? kg.colours.denied : kg.colours.edge;
    const path = bend ? `M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}` : `M${from.x} ${from.y}L${to.x} ${to.y}`;
    const items = [{ d: path, stroke: colour, width: edge.status === "background" ? 1 : 1.5, dash: kg.data.statuses[edge.status]?.dashes ?? [] }];
    if (!edge.mutual && edge.status !== "background") {
      const angle = Math.atan2(to.y - (bend ?? from).y, to.x - (bend ?? from).x);
      const tip = { x: to.x - Math.cos(angle) * (radius + 1), y: to.y - Math.sin(angle) * (radius + 1) };
      const corner = (turn) => `${tip.x - 9 * Math.cos(angle + turn)} ${tip.y - 9 * Math.sin(angle + turn)}`;
      items.push({ d: `M${tip.x} ${tip.y}L${corner(0.4)}L${corner(-0.4)}Z`, fill: colour });
    }
    return items;
  }

  const nodePath = ({ node, x, y, r }) => ({ d: kg.shapePath(kg.styleOf(node).shape, x, y, r), fill: kg.styleOf(node).colour, stroke: kg.colours.outline, width: 1.2, dash: [] });

  function labelTexts(label) {
    return label.lines.map((text, i) => ({ text, x: label.x, y: label.y + (i + 0.85) * label.size * 1.2, size: label.size, colour: label.edge ? kg.colours.soft : kg.colours.ink, anchor: "middle", halo: true }));
  }

  // One row of symbols, and one of lines, broken where the picture ends.
  function legend(context, kinds, statuses, left, top, width) {
    const items = [];
    let [x, y] = [left, top];
    context.font = `13px ${kg.FONT}`;
    const place = (name, wide, mark) => {
      const room = wide + 8 + context.measureText(name).width + 22;
      if (x > left && x + room > left + width) [x, y] = [left, y + 24];
      items.push(mark(x, y), { text: name, x: x + wide + 8, y: y + 4.5, size: 13, colour: kg.colours.ink, anchor: "start" });
      x += room;
    };
    for (const kind of kinds) {
      const style = kg.styleOf({ kind });
      place(kg.capital(kg.say(style.label)), 14, (at, line) => ({ d: kg.shapePath(style.shape, at + 7, line, 7), fill: style.colour, stroke: kg.colours.outline, width: 1, dash: [] }));
    }
    [x, y] = [left, y + 24];
    for (const status of statuses) {
      place(kg.capital(kg.say(kg.data.statuses[status].label)), 34, (at, line) => ({ d: `M${at} ${line}h34`, stroke: status === "denied" || status === "disputed" ? kg.colours.denied : kg.colours.edge, width: 1.8, dash: kg.data.statuses[status].dashes }));
    }
    return { items, bottom: y + 16 };
  }

  kg.scene = function () {
    const context = document.createElement("canvas").getContext("2d");
    const { nodes, edges } = kg.scenery();
    const labels = kg.placeLabels(context, nodes, kg.state.names ? edges : [], 1, Object.assign(new Set(), { centre: null }));
    const radius = new Map(nodes.map(({ node, r }) => [node.id, r]));
    const items = [...edges.flatMap((entry) => edgePaths(entry, radius.get(entry.edge.to))), ...nodes.map(nodePath), ...labels.flatMap(labelTexts)];
    const wide = labels.map((label) => Math.max(...label.lines.map((line) => line.length)) * label.size * 0.32);
    const xs = [...nodes.flatMap(({ x, r }) => [x - r, x + r]), ...labels.flatMap((label, i) => [label.x - wide[i], label.x + wide[i]])];
    const ys = [...nodes.flatMap(({ y, r }) => [y - r, y + r]), ...labels.map((label) => label.y + label.lines.length * label.size * 1.2)];
    const left = Math.min(...xs, 0) - PAD;
    const top = Math.min(...ys, 0) - PAD - 34;
    const width = Math.max(Math.max(...xs, 0) + PAD - left, 560);
    items.push({ text: document.title, x: left + PAD, y: top + PAD + 4, size: 19, colour: kg.colours.ink, anchor: "start", bold: true });
    const kinds = Object.keys(kg.data.kinds).filter((kind) => nodes.some(({ node }) => node.kind === kind));
    const statuses = Object.keys(kg.data.statuses).filter((status) => edges.some(({ edge }) => edge.status === status));
    const key = legend(context, kinds, statuses, left + PAD, Math.max(...ys, 0) + PAD + 6, width - 2 * PAD);
    return { items: [...items, ...key.items], left, top, width, height: key.bottom + PAD / 2 - top };
  };
}
