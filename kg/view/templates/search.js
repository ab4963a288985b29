"use strict";
// Search over names, other names, facts and quotes: every word must be found, accents and capitals do not count.
{
  const MOST = 12;
  let index = null;
  let found = [];
  let active = -1;

  kg.plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const allOf = (label) => (typeof label === "string" ? [label] : Object.values(label ?? {}));

  function build() {
    index = [];
    for (const node of kg.nodes.values()) {
      if (node.node !== "entity") continue;
      const text = kg.plain([...allOf(node.label), ...(node.aliases ?? []), node.wikidata ?? ""].join(" \n"));
      index.push({ type: "entity", id: node.id, text, weight: (kg.factsOf.get(node.id) ?? []).length });
    }
    for (const fact of kg.facts.values()) {
      const words = Object.values(fact.words ?? {}).flat();
      index.push({ type: "fact", id: fact.id, text: kg.plain([...allOf(fact.label), ...words].join(" \n")), weight: 0 });
      for (const claim of fact.claims) index.push({ type: "quote", id: fact.id, claim, text: kg.plain(claim.quote ?? ""), weight: 0 });
    }
  }

  // Names that begin with what is sought come first, then other names, facts and quotes.
  function rank(entry, words) {
    const order = { entity: 0, fact: 2, quote: 3 }[entry.type];
    return order === 0 && !entry.text.startsWith(words[0]) ? 1 : order;
  }

  kg.find = function (sought) {
    if (!index) build();
    const words = kg.plain(sought).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const hits = index.filter((entry) => words.every((word) => entry.text.includes(word)));
    return hits.sort((a, b) => rank(a, words) - rank(b, words) || b.weight - a.weight);
  };

  function option(entry, i) {
    const text = entry.type === "entity" ? kg.nameOf(entry.id) : entry.type === "fact" ? kg.titleOf(kg.facts.get(entry.id)) : `“${entry.claim.quote}”`;
    const node = kg.nodes.get(entry.id);
    const kind = entry.type === "entity" ? kg.kindOf(node) : kg.t(entry.type);
    const item = kg.el("li", { role: "option", id: `result-${i}`, "aria-selected": "false" }, kg.el("span", { text: text.length > 160 ? `${text.slice(0, 159)}…` : text }),
      kg.el("small", { text: kg.capital(kind) }));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(i); });
    return item;
  }

  function show() {
    const input = kg.get("search");
    const hits = kg.find(input.value);
    found = hits.slice(0, MOST);
    active = -1;
    const list = kg.get("results");
    list.replaceChildren(...found.map(option));
    if (!found.length) list.append(kg.el("li", { class: "none", role: "option", "aria-disabled": "true", "aria-selected": "false", text: kg.t("noResults") }));
    open(input.value.trim() !== "");
    if (input.value.trim()) kg.get("said").textContent = hits.length ? kg.t("resultCount", hits.length) : kg.t("noResults");
    mark(found.length ? 0 : -1);
  }

  function open(on) {
    kg.get("results").hidden = !on;
    kg.get("search").setAttribute("aria-expanded", String(on));
    if (!on) kg.get("search").removeAttribute("aria-activedescendant");
  }

  function mark(i) {
    active = i;
    [...kg.get("results").children].forEach((item, place) => item.setAttribute("aria-selected", String(place === i)));
    if (i < 0) return;
    kg.get("search").setAttribute("aria-activedescendant", `result-${i}`);
    kg.get(`result-${i}`)?.scrollIntoView({ block: "nearest" });
  }

  function choose(i) {
    const entry = found[i];
    if (!entry) return;
    open(false);
    if (entry.type === "entity") kg.selectNode(entry.id, { move: true });
    else if (entry.type === "fact") kg.select({ fact: entry.id }, { move: true });
    else kg.showClaim(kg.facts.get(entry.id), entry.claim);
  }

  function press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      mark((active + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      choose(active);
    } else if (event.key === "Escape") {
      open(false);
      kg.get("search").value = "";
    }
  }

  kg.startSearch = function () {
    const input = kg.get("search");
    input.addEventListener("input", show);
    input.addEventListener("keydown", press);
    input.addEventListener("focus", () => input.value.trim() && show());
    input.addEventListener("blur", () => open(false));
  };
}
