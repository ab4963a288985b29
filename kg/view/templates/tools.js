"use strict";
// The buttons: view, neighbourhood, relation names, theme, language and help.
{
  const press = (root, name, value) => kg.get(root).querySelectorAll("button").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset[name] === value)));

  kg.setSteps = function (steps) {
    kg.state.steps = steps;
    press("steps", "steps", String(steps));
    kg.emit("filter");
    kg.fit();
  };

  kg.setNames = function (on) {
    kg.state.names = on;
    kg.get("names").setAttribute("aria-pressed", String(on));
    kg.emit("theme");
  };

  kg.setLanguage = function (language) {
    kg.state.language = language;
    kg.translate();
    kg.emit("language");
  };

  kg.showKeys = function () {
    const rows = kg.t("keys").flatMap(([key, does]) => [kg.el("dt", {}, kg.el("kbd", { text: key })), kg.el("dd", { text: does })]);
    kg.get("keys").replaceChildren(kg.el("h2", { id: "keys-title", text: kg.t("keysTitle") }), kg.el("dl", {}, ...rows), kg.el("p", { class: "soft", text: kg.t("keysMore") }),
      kg.button(kg.t("close"), () => kg.get("keys").close()));
    kg.get("keys").showModal();
  };

  kg.startTools = function () {
    kg.get("views").addEventListener("click", ({ target }) => target.dataset.view && kg.setView(target.dataset.view));
    kg.get("steps").addEventListener("click", ({ target }) => target.dataset.steps && kg.setSteps(+target.dataset.steps));
    kg.on("view", () => press("views", "view", kg.state.view));
    press("views", "view", kg.state.view);
    const click = (id, does) => kg.get(id).addEventListener("click", does);
    click("names", () => kg.setNames(!kg.state.names));
    click("fit", () => kg.fit());
    click("arrange", () => kg.arrange(kg.get("arrange").getAttribute("aria-pressed") !== "true"));
    click("communities", () => { kg.state.opened[kg.state.view].clear(); kg.setView(kg.state.view); });
    click("theme", () => kg.setTheme(kg.isDark() ? "light" : "dark"));
    click("language", () => kg.setLanguage(kg.state.language === "nl" ? "en" : "nl"));
    click("help", kg.showKeys);
    click("png", kg.savePng);
    click("svg", kg.saveSvg);
  };
}
