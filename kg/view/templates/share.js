"use strict";
// The address points to what is chosen, so that it can be shared: #entity/ukraine, #situation/…&view=situations.
{
  let own = null;

  function address() {
    const { selected, view, language } = kg.state;
    const parts = [];
    const chosen = selected?.entity ?? selected?.fact;
    if (chosen) parts.push(encodeURI(chosen).replaceAll("&", "%26").replaceAll("#", "%23"));
    if (view !== "entities") parts.push(`view=${view}`);
    if (language !== kg.data.language) parts.push(`lang=${language}`);
    return parts.length ? `#${parts.join("&")}` : "";
  }

  function write() {
    const next = address();
    own = next;
    if (next === location.hash) return;
    try {
      history.replaceState(null, "", next || location.pathname + location.search);
    } catch {
      // Inside a notebook a page has no address of its own.
    }
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }

  kg.readAddress = function () {
    const found = { view: "entities", language: kg.data.language, id: null };
    for (const part of location.hash.slice(1).split("&")) {
      const [name, value] = part.split("=");
      if (name === "view" && (value === "situations" || value === "entities")) found.view = value;
      else if (name === "lang" && Object.hasOwn(kg.texts, value)) found.language = value;
      else if (kg.nodes.has(decoded(part))) found.id = decoded(part);
    }
    return found;
  };

  kg.startSharing = function () {
    kg.on("select view language", write);
    addEventListener("hashchange", () => {
      if (location.hash === own) return;
      const { view, language, id } = kg.readAddress();
      if (language !== kg.state.language) kg.setLanguage(language);
      if (view !== kg.state.view) kg.setView(view);
      if (id) kg.selectNode(id, { move: true });
      else kg.select(null);
    });
  };
}
