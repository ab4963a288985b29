"use strict";
// Which labels are drawn, and where: none lies on another. The names of hubs and of what is chosen come first.
kg.FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

kg.Room = class {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  #each(box, visit) {
    for (let x = Math.floor(box[0] / this.cell); x <= Math.floor(box[2] / this.cell); x += 1) {
      for (let y = Math.floor(box[1] / this.cell); y <= Math.floor(box[3] / this.cell); y += 1) {
        if (visit(`${x} ${y}`)) return true;
      }
    }
    return false;
  }

  isFree(box, except = undefined) {
    return !this.#each(box, (key) =>
      (this.cells.get(key) ?? []).some((other) => (except === undefined || other.owner !== except) && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]));
  }

  take(box, owner = undefined) {
    box.owner = owner;
    this.#each(box, (key) => {
      if (this.cells.has(key)) this.cells.get(key).push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }
};

// Lay out labels in the drawing's own units. `nodes` are {node, x, y, r}, the most important first; `edges` are
// {edge, from, to}; `first` holds the ids whose labels are wanted most; `bounds` is what is in sight, if anything is not.
kg.placeLabels = function (context, nodes, edges, scale, first, bounds = null) {
  const size = Math.min(17, Math.max(11, 14 * scale)) / scale;
  const room = new kg.Room(120 / scale);
  for (const { node, x, y, r } of nodes) room.take([x - r, y - r, x + r, y + r], node.id);
  const placed = [];
  const name = (entry) => placed.push(...kg.placeName(context, entry, room, size, first, bounds));
  nodes.filter(({ node }) => first.has(node.id)).forEach(name);
  for (const entry of edges) placed.push(...kg.placeRelation(context, entry, room, size * 0.86));
  nodes.filter(({ node }) => !first.has(node.id)).forEach(name);
  return placed;
};

kg.placeName = function (context, { node, x, y, r }, room, size, first, bounds) {
  if (bounds && (x < bounds[0] || x > bounds[2] || y < bounds[1] || y > bounds[3])) return [];
  const bold = Boolean(first.centre?.has(node.id));
  context.font = `${bold ? "650 " : ""}${size}px ${kg.FONT}`;
  const lines = kg.linesOf(node).split("\n");
  const wide = Math.max(...lines.map((line) => context.measureText(line).width));
  const place = kg.freePlace(room, node.id, { x, y, r }, wide, lines.length * size * 1.2, size * 0.3, bounds);
  return place ? [{ id: node.id, lines, x: place.x, y: place.y, size, bold, dim: first.size > 0 && !first.has(node.id) }] : [];
};

// A name lies below its symbol; where there is no room, above it or to a side.
kg.freePlace = function (room, owner, { x, y, r }, wide, high, gap, bounds) {
  const places = [[x, y + r + gap], [x, y - r - gap - high], [x + r + gap * 1.6 + wide / 2, y - high / 2], [x - r - gap * 1.6 - wide / 2, y - high / 2]];
  for (const [middle, top] of places) {
    // At the side of the picture a name is moved so far that it can be read whole.
    const inside = bounds ? Math.max(bounds[0] + wide / 2, Math.min(bounds[2] - wide / 2, middle)) : middle;
    const box = [inside - wide / 2, top, inside + wide / 2, top + high];
    if (!room.isFree(box, inside === middle ? owner : undefined) || (bounds && (top < bounds[1] || top + high > bounds[3]))) continue;
    room.take(box);
    return { x: inside, y: top };
  }
  return null;
};

kg.placeRelation = function (context, { edge, from, to }, room, size) {
  context.font = `${size}px ${kg.FONT}`;
  const text = kg.relationOf(edge);
  const half = context.measureText(text).width / 2;
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const point = kg.pointOn(from, to, edge.curve ?? 0, t);
    const box = [point.x - half, point.y - size * 0.65, point.x + half, point.y + size * 0.65];
    if (!room.isFree(box)) continue;
    room.take(box);
    return [{ id: edge.id, lines: [text], x: point.x, y: point.y - size * 0.6, size, edge: true }];
  }
  return [];
};

kg.relationOf = function (edge) {
  const said = kg.term(edge.relation);
  const plain = edge.view === "situations" || ["actual", "background", "ended"].includes(edge.status);
  return plain ? said : `${said} (${kg.say(kg.data.statuses[edge.status]?.label)})`;
};
