"use strict";
// The panel beside the graph: details of what is chosen, all facts, and the article.
{
  const tabs = ["details", "facts", "article", ...(kg.get("sparql") ? ["sparql"] : [])];
  const MOST = 40;

  kg.showTab = function (name, focus = false) {
    for (const tab of tabs) {
      const chosen = tab === name;
      kg.get(tab).hidden = !chosen;
      const button = kg.get(`tab-${tab}`);
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
      if (chosen && focus) button.focus();
    }
    kg.state.tab = name;
    if (name === "facts") showFacts();
  };

  const small = (text) => kg.el("h3", { class: "small", text });
  const cards = (facts) => [...facts.slice(0, MOST).map(kg.card), ...(facts.length > MOST ? [kg.el("p", { class: "soft", text: kg.t("more", facts.length - MOST) })] : [])];
  const kindLine = (node) => kg.el("p", { class: "kind" }, kg.glyph(kg.styleOf(node)), kg.el("span", { text: kg.kindOf(node) }));

  function entityDetails(id) {
    const node = kg.nodes.get(id);
    const own = (kg.factsOf.get(id) ?? []).filter((fact) => kg.shown.facts.has(fact.id));
    const said = (kg.saidBy.get(id) ?? []).filter((fact) => kg.shown.facts.has(fact.id) && !own.includes(fact));
    const links = (kg.edgesOf.entities.get(id) ?? []).filter((edge) => !edge.fact);
    const described = links.map((edge) => kg.el("li", {}, kg.nodeLink(edge.from), ` ${kg.term(edge.relation)} `, kg.nodeLink(edge.to)));
    return [
      kg.el("h2", { text: kg.nameOf(id), lang: kg.tongue(node.label) }), kindLine(node),
      node.aliases ? kg.el("p", { class: "soft", text: `${kg.t("alias")}: ${node.aliases.join(", ")}` }) : null,
      node.wikidata && /^Q\d+$/.test(node.wikidata)
        ? kg.el("p", { class: "soft" }, kg.el("a", { class: "link", href: `https://www.wikidata.org/wiki/${node.wikidata}`, target: "_blank", rel: "noopener noreferrer", text: `Wikidata ${node.wikidata}` })) : null,
      kg.data.communities[kg.state.view] ? kg.el("p", {}, kg.button(kg.t("openNode"), () => kg.reopen([id]))) : null,
      ...(own.length ? [small(kg.t("factsOf", own.length)), ...cards(own)] : said.length ? [] : [kg.el("p", { class: "soft", text: kg.t("noFacts") })]),
      ...(said.length ? [small(kg.t("saidBy", said.length)), ...cards(said)] : []),
      ...(described.length ? [small(kg.t("describes")), kg.el("ul", { class: "list" }, ...described.slice(0, MOST))] : []),
    ];
  }

  function linkDetails(id) {
    const edge = kg.edges.get(id);
    return [kg.el("h2", {}, `${kg.nameOf(edge.from)} ${kg.term(edge.relation)} ${kg.nameOf(edge.to)}`), kg.el("p", { class: "soft", text: kg.t("background") }),
      kg.el("p", {}, kg.nodeLink(edge.from), " · ", kg.nodeLink(edge.to))];
  }

  function communityDetails(id) {
    const node = kg.nodes.get(id);
    const members = node.members.slice(0, MOST).map((member) => kg.el("li", {}, kg.nodeLink(member)));
    const more = node.members.length - members.length;
    return [kg.el("h2", { text: kg.nameOf(id) }), kg.el("p", { class: "soft", text: `${kg.t("community")} · ${kg.t("nodesCount", node.members.length)}` }),
      kg.el("p", {}, kg.button(kg.t("openGroup"), () => kg.openCommunity(id))), small(kg.t("members")), kg.el("ul", { class: "list" }, ...members),
      more > 0 ? kg.el("p", { class: "soft", text: kg.t("more", more) }) : null];
  }

  function showDetails() {
    const { selected } = kg.state;
    const panel = kg.get("details");
    let content = [kg.el("p", { text: kg.t("choose") }), kg.el("p", { class: "soft", text: kg.t("chooseMore") })];
    if (selected?.entity) content = entityDetails(selected.entity);
    else if (selected?.fact) content = [kg.card(kg.facts.get(selected.fact))];
    else if (selected?.link) content = linkDetails(selected.link);
    else if (selected?.community) content = communityDetails(selected.community);
    panel.replaceChildren(...content.filter(Boolean));
    panel.scrollTop = 0;
  }

  const shownFacts = () => kg.data.facts.filter((fact) => kg.shown.facts.has(fact.id));

  function showFacts() {
    const facts = shownFacts();
    const rows = kg.el("ul", { class: "list" }, ...facts.slice(0, 500).map(kg.row));
    kg.get("facts").replaceChildren(rows, ...(facts.length > 500 ? [kg.el("p", { class: "soft", text: kg.t("more", facts.length - 500) })] : []));
  }

  function countTabs() {
    kg.get("tab-facts").textContent = kg.t("factsTab", kg.shown.facts.size);
    kg.get("tab-article").textContent = kg.t("articleTab", kg.articles.size);
    if (kg.state.tab === "facts") showFacts();
  }

  function announce() {
    const { selected } = kg.state;
    const id = selected?.entity ?? selected?.fact ?? selected?.community;
    if (selected?.fact) kg.get("said").textContent = kg.titleOf(kg.facts.get(selected.fact));
    else if (id) kg.get("said").textContent = kg.t("selected", kg.nameOf(id), kg.kindOf(kg.nodes.get(id)), (kg.factsOf.get(id) ?? []).length);
    else kg.get("said").textContent = selected ? "" : kg.t("released");
  }

  // Where the panel lies below the graph, a button leads to it.
  function offerJump() {
    const { selected } = kg.state;
    const id = selected?.entity ?? selected?.community;
    kg.get("jump").hidden = !selected;
    kg.get("jump").textContent = `${selected?.fact ? kg.titleOf(kg.facts.get(selected.fact)) : id ? kg.nameOf(id) : kg.t("details")} ↓`;
  }

  function toPanel() {
    kg.get("panel").scrollIntoView({ block: "start" });
    kg.get(kg.state.tab).focus({ preventScroll: true });
  }

  kg.startPanel = function () {
    kg.get("jump").addEventListener("click", toPanel);
    kg.get("skip").addEventListener("click", toPanel);
    for (const [i, tab] of tabs.entries()) {
      kg.get(`tab-${tab}`).addEventListener("click", () => kg.showTab(tab));
      kg.get(`tab-${tab}`).addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step) kg.showTab(tabs[(i + step + tabs.length) % tabs.length], true);
      });
    }
    kg.on("select", ({ tab }) => {
      showDetails();
      announce();
      offerJump();
      if (tab) kg.showTab(tab);
    });
    kg.on("looked language", () => { countTabs(); showDetails(); });
    countTabs();
    showDetails();
    kg.showTab("details");
  };
}
