"use strict";
// Filters by kind, status, source, fact type and article; together they are the legend.
{
  function counts() {
    const found = { kinds: new Map(), statuses: new Map(), sources: new Map(), types: new Map(), articles: new Map() };
    const add = (group, key) => found[group].set(key, (found[group].get(key) ?? 0) + 1);
    for (const node of kg.nodes.values()) if (node.at[kg.state.view] && node.node !== "community") add("kinds", node.kind);
    for (const fact of kg.facts.values()) {
      add("statuses", fact.status);
      add("types", fact.type);
      for (const source of fact.sources) add("sources", source);
      for (const article of fact.articles) add("articles", article);
    }
    const links = [...kg.edges.values()].filter((edge) => !edge.fact && edge.view === kg.state.view).length;
    if (links) found.statuses.set("background", links);
    return found;
  }

  function row(group, key, name, count, mark) {
    const box = kg.el("input", { type: "checkbox", "data-filter": group, value: key });
    box.checked = !kg.state.off[group].has(key);
    box.addEventListener("change", () => {
      if (box.checked) kg.state.off[group].delete(key);
      else kg.state.off[group].add(key);
      kg.emit("filter");
    });
    return kg.el("label", { class: group }, box, mark, kg.el("span", { class: "name", text: name }), kg.el("span", { class: "count", text: String(count) }));
  }

  const inOrder = (found, table) => [...Object.keys(table).filter((key) => found.has(key)), ...[...found.keys()].filter((key) => !Object.hasOwn(table, key))];
  const byCount = (found) => [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || (a < b ? -1 : 1));

  function all(group, keys) {
    return kg.button(kg.state.off[group].size ? kg.t("every") : kg.t("none"), () => {
      const { off } = kg.state;
      off[group] = off[group].size ? new Set() : new Set(keys);
      kg.emit("filter");
      show();
    }, { class: "link" });
  }

  // A fieldset that is there at once, or one that opens.
  function group(title, rows, open = true) {
    if (open) return kg.el("fieldset", {}, kg.el("legend", { text: title }), ...rows);
    return kg.el("details", { "data-group": title }, kg.el("summary", { text: title }), ...rows);
  }

  // How many facts can be seen: near a selection, or without some kinds, fewer than the other filters leave.
  function drawnFacts() {
    const { facts, nodes, edges } = kg.shown;
    if (!kg.state.off.kinds.size && !(kg.state.steps && kg.state.selected)) return facts.size;
    const seen = new Set([...nodes].filter((id) => facts.has(id)));
    for (const id of edges) if (facts.has(kg.edges.get(id).fact)) seen.add(kg.edges.get(id).fact);
    return seen.size;
  }

  function show() {
    const found = counts();
    const wasOpen = [...kg.get("filters").querySelectorAll("details")].map((part) => part.open);
    const { kinds, statuses } = kg.data;
    const rows = {
      kinds: inOrder(found.kinds, kinds).map((key) => row("kinds", key, kg.say(kinds[key]?.label) || key, found.kinds.get(key), kg.glyph(kg.styleOf({ kind: key })))),
      statuses: inOrder(found.statuses, statuses).map((key) => row("statuses", key, kg.say(statuses[key]?.label) || key, found.statuses.get(key), kg.stroke(key))),
      sources: byCount(found.sources).map((key) => row("sources", key, key ? kg.nameOf(key) : kg.t("itself"), found.sources.get(key))),
      types: byCount(found.types).map((key) => row("types", key, kg.term(key), found.types.get(key))),
      articles: byCount(found.articles).map((key) => row("articles", key, kg.articles.get(key)?.title ?? key, found.articles.get(key))),
    };
    const reset = kg.button(kg.t("reset"), kg.resetFilters, { class: "reset" });
    kg.get("filters").replaceChildren(
      group(kg.t("kinds"), rows.kinds), group(kg.t("statuses"), rows.statuses),
      group(kg.t("sources"), [all("sources", [...found.sources.keys()]), ...rows.sources], false),
      group(kg.t("types"), [all("types", [...found.types.keys()]), ...rows.types], false),
      ...(kg.articles.size > 1 ? [group(kg.t("articles"), rows.articles, false)] : []), reset);
    kg.get("filters").querySelectorAll("details").forEach((part, i) => { part.open = wasOpen[i] ?? false; });
  }

  function count() {
    const drawn = kg.drawn(kg.state.view);
    const groups = drawn.filter((node) => node.node === "community");
    kg.get("notice").textContent = groups.length
      ? kg.t("groupsShown", groups.length, groups.reduce((sum, group_) => sum + group_.members.length, 0))
      : kg.t("shown", kg.shown.nodes.size, [...kg.nodes.values()].filter((node) => node.at[kg.state.view] && node.node !== "community").length, drawnFacts(), kg.facts.size);
    kg.get("communities").hidden = !kg.data.communities[kg.state.view] || groups.length > 0;
  }

  kg.resetFilters = function () {
    for (const key of Object.keys(kg.state.off)) kg.state.off[key] = new Set();
    kg.resetTime();
    kg.setSteps(0);
    show();
  };

  kg.startFilters = function () {
    kg.on("language view", show);
    kg.on("looked language", count);
    kg.get("filters-button").addEventListener("click", () => {
      const open = kg.get("filters").classList.toggle("open");
      kg.get("filters-button").setAttribute("aria-expanded", String(open));
    });
    show();
    count();
  };
}
