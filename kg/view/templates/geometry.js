"use strict";
// Shapes and lines as paths, the same on the screen, in the legend and in exported pictures.
kg.shapePath = function (shape, x, y, r) {
  const corners = (count, turn, radius = () => r) =>
    Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / count;
      return `${(x + Math.cos(angle) * radius(i)).toFixed(2)} ${(y + Math.sin(angle) * radius(i)).toFixed(2)}`;
    });
  const closed = (points) => `M${points.join("L")}Z`;
  const up = -Math.PI / 2;
  if (shape === "square") return `M${x - r * 0.86} ${y - r * 0.86}h${r * 1.72}v${r * 1.72}h${-r * 1.72}Z`;
  if (shape === "triangle") return closed(corners(3, up, () => r * 1.15));
  if (shape === "triangleDown") return closed(corners(3, -up, () => r * 1.15));
  if (shape === "diamond") return closed(corners(4, up, () => r * 1.08));
  if (shape === "hexagon") return closed(corners(6, 0));
  if (shape === "star") return closed(corners(10, up, (i) => (i % 2 ? r * 0.52 : r * 1.18)));
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
};

kg.styleOf = (node) => (Object.hasOwn(kg.data.kinds, node.kind) ? kg.data.kinds[node.kind] : { colour: node.node === "community" ? "#56B4E9" : "#999999", shape: node.node === "community" ? "dot" : "diamond" });

kg.sizeOf = (node) => node.at[kg.state.view][2];

// The point that a bent line is drawn toward, as vis-network's "curvedCW" has it.
kg.bendPoint = function (from, to, curve) {
  const dx = to.x - from.x;
  const dy = from.y - to.y;
  const length = Math.hypot(dx, dy);
  const angle = (Math.atan2(dy, dx) + (curve * 0.5 + 0.5) * Math.PI) % (2 * Math.PI);
  const reach = (Math.abs(curve) * 0.5 + 0.5) * length;
  return { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
};

kg.pointOn = function (from, to, curve, t) {
  if (!curve) return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  const bend = kg.bendPoint(from, to, curve);
  const mix = (a, b, c) => (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c;
  return { x: mix(from.x, bend.x, to.x), y: mix(from.y, bend.y, to.y) };
};

kg.glyph = (style) =>
  kg.svg("svg", { class: "glyph", viewBox: "0 0 18 18", "aria-hidden": "true" }, kg.svg("path", { d: kg.shapePath(style.shape, 9, 9, 7), fill: style.colour }));

kg.stroke = (status) =>
  kg.svg("svg", { class: "stroke", viewBox: "0 0 34 12", "aria-hidden": "true" },
    kg.svg("line", { x1: 1, y1: 6, x2: 33, y2: 6, "stroke-dasharray": (kg.data.statuses[status]?.dashes ?? []).join(" ") || null }));
