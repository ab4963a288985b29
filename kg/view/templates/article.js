"use strict";
// The article's text, with all quotes underlined; offsets in the data count code points, JavaScript counts UTF-16.
{
  let current = null;
  let lit = [];

  // Where each code point that matters begins in UTF-16.
  kg.toUtf16 = function (text, offsets) {
    const wanted = [...new Set(offsets)].sort((a, b) => a - b);
    const places = new Map();
    let points = 0;
    let units = 0;
    for (const offset of wanted) {
      while (points < offset && units < text.length) {
        units += text.codePointAt(units) > 0xffff ? 2 : 1;
        points += 1;
      }
      places.set(offset, units);
    }
    return places;
  };

  function quotesIn(article) {
    const quotes = [];
    for (const fact of kg.data.facts) for (const claim of fact.claims) if (claim.article === article.id) quotes.push({ fact, claim });
    return quotes.sort((a, b) => a.claim.start - b.claim.start || a.claim.end - b.claim.end);
  }

  // Cut the text where quotes begin and end, so that quotes may overlap.
  function pieces(text, quotes) {
    const places = kg.toUtf16(text, quotes.flatMap(({ claim }) => [claim.start, claim.end]));
    const cuts = [...new Set([0, ...places.values(), text.length])].sort((a, b) => a - b);
    return cuts.slice(0, -1).map((start, i) => ({
      text: text.slice(start, cuts[i + 1]),
      quotes: quotes.filter(({ claim }) => places.get(claim.start) <= start && places.get(claim.end) >= cuts[i + 1]),
    }));
  }

  // Several quotes may lie on one piece: the shortest first, and the next on the next click.
  function choose(quotes) {
    const order = [...quotes].sort((a, b) => a.claim.end - a.claim.start - (b.claim.end - b.claim.start));
    const now = order.findIndex(({ fact }) => fact.id === kg.state.selected?.fact);
    const { fact } = order[(now + 1) % order.length];
    const edges = kg.factsEdges(fact.id);
    // Of a fact with several edges, all of them light up.
    const one = kg.state.view === "entities" && edges.length === 1 ? { edge: edges[0].id } : {};
    kg.select({ fact: fact.id, ...one }, { move: true, tab: null });
  }

  kg.factsEdges = (id) => [...kg.edges.values()].filter((edge) => edge.fact === id && edge.view === kg.state.view);

  function piece({ text, quotes }) {
    if (!quotes.length) return text;
    const span = kg.el("span", { class: "quoted", role: "button", tabindex: "0", text });
    span.quotes = quotes;
    span.addEventListener("click", () => choose(quotes));
    span.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(quotes);
    });
    return span;
  }

  function head(article) {
    const about = [article.publisher ? kg.say(article.publisher) : null, article.authors?.join(", "), article.date ? `${kg.t("published")}: ${kg.date(article.date)}` : null];
    const web = /^https?:\/\//i.test(article.url ?? "");
    return [
      kg.articles.size > 1 ? picker(article) : null,
      kg.el("h2", { text: article.title || kg.t("untitled"), lang: article.language }),
      kg.el("p", { class: "soft", text: about.filter(Boolean).join(" · ") }),
      web ? kg.el("p", { class: "soft" }, kg.el("a", { class: "link", href: article.url, target: "_blank", rel: "noopener noreferrer", text: article.url })) : null,
    ].filter(Boolean);
  }

  function picker(article) {
    const options = [...kg.articles.values()].map((one) => kg.el("option", { value: one.id, text: one.title || kg.t("untitled"), selected: one === article }));
    const select = kg.el("select", { "aria-label": kg.t("chooseArticle") }, ...options);
    select.addEventListener("change", () => { current = kg.articles.get(select.value); show(); });
    return select;
  }

  function quotesAlone(article) {
    return [kg.el("p", { class: "soft", text: kg.t("noText") }),
      kg.el("div", { class: "text" }, ...quotesIn(article).map((quote) => kg.el("p", {}, piece({ text: quote.claim.quote ?? "", quotes: [quote] }))))];
  }

  function show() {
    const panel = kg.get("article");
    current ??= kg.data.articles[0] ?? null;
    if (!current) {
      panel.replaceChildren(kg.el("p", { class: "soft", text: kg.t("noArticles") }));
      return;
    }
    const body = current.text === undefined ? quotesAlone(current) : [kg.el("div", { class: "text", lang: current.language }, ...pieces(current.text, quotesIn(current)).map(piece))];
    panel.replaceChildren(...head(current), ...body);
    light();
  }

  function light() {
    for (const span of kg.get("article").querySelectorAll(".quoted")) {
      const on = span.quotes.some(({ fact, claim }) => fact.id === kg.state.selected?.fact && (!lit.length || lit.includes(claim)));
      span.classList.toggle("lit", on);
      if (on) span.setAttribute("aria-pressed", "true");
      else span.removeAttribute("aria-pressed");
    }
  }

  kg.showClaim = function (fact, claim) {
    current = kg.articles.get(claim.article) ?? current;
    const edge = kg.state.selected?.fact === fact.id ? kg.state.selected.edge : undefined;
    kg.select({ fact: fact.id, ...(edge ? { edge } : {}) }, { move: true, tab: "article" });
    lit = [claim];
    show();
    const first = kg.get("article").querySelector(".lit");
    if (!first) kg.get("article").prepend(kg.el("p", { class: "soft", role: "status", text: kg.t("wordsLost") }));
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  };

  kg.startArticle = function () {
    kg.on("select", () => {
      lit = [];
      const fact = kg.facts.get(kg.state.selected?.fact);
      if (fact?.claims.length && current && !fact.articles.has(current.id)) { current = kg.articles.get(fact.claims[0].article) ?? current; show(); }
      light();
    });
    kg.on("language", show);
    show();
  };
}
