"use strict";
// The scene as an SVG file, or as a PNG three times as fine as a screen.
{
  const FINE = 3;
  const MOST_PIXELS = 16000;

  kg.svgPicture = function () {
    const { items, left, top, width, height } = kg.scene();
    const root = kg.svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, width: Math.round(width), height: Math.round(height), "font-family": kg.FONT });
    root.append(kg.svg("title", { text: document.title }), kg.svg("rect", { x: left, y: top, width, height, fill: kg.colours.paper }));
    for (const item of items) root.append(item.text === undefined ? pathElement(item) : textElement(item));
    return root;
  };

  kg.toSvg = () => new XMLSerializer().serializeToString(kg.svgPicture());

  const pathElement = (item) =>
    kg.svg("path", { d: item.d, fill: item.fill ?? "none", stroke: item.stroke ?? "none", "stroke-width": item.width ?? null, "stroke-dasharray": item.dash?.length ? item.dash.join(" ") : null });

  const textElement = (item) =>
    kg.svg("text", {
      x: item.x, y: item.y, "font-size": item.size, fill: item.colour, "text-anchor": item.anchor, "font-weight": item.bold ? 650 : null, text: item.text,
      ...(item.halo ? { stroke: kg.colours.paper, "stroke-width": item.size * 0.3, "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
    });

  kg.toCanvas = function () {
    const { items, left, top, width, height } = kg.scene();
    const scale = Math.min(FINE, MOST_PIXELS / Math.max(width, height));
    const canvas = kg.el("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    const context = canvas.getContext("2d");
    context.fillStyle = kg.colours.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    context.translate(-left, -top);
    for (const item of items) (item.text === undefined ? paintPath : paintText)(context, item);
    return canvas;
  };

  function paintPath(context, item) {
    const path = new Path2D(item.d);
    if (item.fill) {
      context.fillStyle = item.fill;
      context.fill(path);
    }
    if (!item.stroke) return;
    context.strokeStyle = item.stroke;
    context.lineWidth = item.width;
    context.setLineDash(item.dash);
    context.stroke(path);
  }

  function paintText(context, item) {
    context.font = `${item.bold ? "650 " : ""}${item.size}px ${kg.FONT}`;
    context.textAlign = item.anchor === "middle" ? "center" : "left";
    context.setLineDash([]);
    context.lineJoin = "round";
    if (item.halo) {
      context.strokeStyle = kg.colours.paper;
      context.lineWidth = item.size * 0.3;
      context.strokeText(item.text, item.x, item.y);
    }
    context.fillStyle = item.colour;
    context.fillText(item.text, item.x, item.y);
  }

  function save(blob, ending) {
    const address = URL.createObjectURL(blob);
    const name = document.title.replace(/\.[a-z]+$/i, "").replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "graph";
    kg.el("a", { href: address, download: `${name}.${ending}` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  kg.savePng = () => kg.toCanvas().toBlob((blob) => save(blob, "png"), "image/png");
  kg.saveSvg = () => save(new Blob([kg.toSvg()], { type: "image/svg+xml" }), "svg");
}
