"use strict";
// On paper the graph is a picture of lines, with its legend; paper is light.
{
  let before;

  function begin() {
    if (before !== undefined) return;
    before = kg.state.theme;
    kg.setTheme("light");
    kg.get("print").replaceChildren(kg.svgPicture());
  }

  function end() {
    if (before === undefined) return;
    kg.setTheme(before);
    before = undefined;
    kg.get("print").replaceChildren();
  }

  kg.startPrinting = function () {
    matchMedia("print").addEventListener("change", ({ matches }) => (matches ? begin() : end()));
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
  };
}
