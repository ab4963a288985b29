"use strict";
// Light and dark; the drawing takes its colours from the page's style.
{
  const probe = kg.el("span", { hidden: true });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  document.body.append(probe);

  kg.colours = {};
  kg.readColours = function () {
    for (const name of ["paper", "ink", "soft", "line", "edge", "accent", "denied", "outline"]) {
      probe.style.color = `var(--${name})`;
      kg.colours[name] = getComputedStyle(probe).color;
    }
  };

  kg.setTheme = function (theme) {
    kg.state.theme = theme;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    kg.readColours();
    kg.emit("theme");
  };

  kg.isDark = () => (kg.state.theme ? kg.state.theme === "dark" : dark.matches);
  dark.addEventListener("change", () => kg.setTheme(kg.state.theme));
  kg.readColours();
}
