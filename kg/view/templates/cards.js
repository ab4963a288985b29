"use strict";
// A fact as a card: what is said, by whom, when, how certain, and in which words.
kg.nodeLink = function (id) {
  const name = kg.nameOf(id);
  const node = kg.nodes.get(id);
  if (!node) return kg.el("span", { text: name });
  return kg.button(name, () => kg.selectNode(id, { move: true }), { class: "link", lang: kg.tongue(node.label) });
};

kg.joined = (items, between = ", ") => items.flatMap((item, i) => (i ? [between, item] : [item]));

kg.statusChip = (status) =>
  kg.el("span", { class: `chip ${status.replace(/[^a-z]/gi, "")}` }, kg.stroke(status), kg.el("span", { text: kg.say(kg.data.statuses[status]?.label) || status }));

kg.titleOf = function (fact) {
  const said = kg.say(fact.label);
  // A situation without a title of its own: its class and who plays a part in it.
  return fact.label && !fact.id.endsWith(said) ? said : `${kg.capital(kg.term(fact.type))}: ${fact.roles.map(([, id]) => kg.nameOf(id)).join(", ")}`;
};

kg.card = function (fact) {
  const { selected } = kg.state;
  const title = kg.button(kg.titleOf(fact), () => kg.select({ fact: fact.id }, { move: true }), { class: "link", lang: kg.tongue(fact.label) });
  return kg.el("article", { class: selected?.fact === fact.id ? "card chosen" : "card", "data-fact": fact.id },
    kg.el("h4", {}, title),
    kg.el("div", { class: "chips" }, kg.statusChip(fact.status), kg.el("span", { class: "chip" }, kg.el("span", { text: kg.term(fact.type) }))),
    kg.lines(fact),
    ...fact.claims.map((claim) => kg.claim(fact, claim)));
};

kg.lines = function (fact) {
  const rows = [];
  const add = (name, ...values) => values.length && rows.push(kg.el("dt", { text: name }), kg.el("dd", {}, ...values));
  const roles = new Map();
  for (const [role, id] of fact.roles) roles.set(role, [...(roles.get(role) ?? []), id]);
  for (const [role, ids] of roles) add(kg.term(role), ...kg.joined(ids.map(kg.nodeLink)));
  for (const [word, texts] of Object.entries(fact.words ?? {})) if (word !== "content") add(kg.term(word), texts.join("; "));
  const times = kg.times(fact);
  if (times) add(kg.t("when"), times);
  if (kg.sameClaims(fact)) rows.push(...kg.claimRows(fact.claims[0], fact));
  return kg.el("dl", {}, ...rows);
};

kg.times = function (fact) {
  const { date, start, end, words } = fact.time ?? {};
  const known = date ? kg.date(date) : start || end ? `${start ? kg.date(start) : "…"} – ${end ? kg.date(end) : ""}` : fact.when ? kg.period(fact.when) : "";
  return known && words ? `${known} (“${words}”)` : known || (words ? `“${words}”` : "");
};

// What claims say of themselves: once for the fact where all say the same, else with each.
kg.claimRows = function (claim, fact) {
  const rows = [];
  const add = (name, ...values) => rows.push(kg.el("dt", { text: name }), kg.el("dd", {}, ...values));
  const who = claim.by ? kg.joined(claim.by.map(kg.nodeLink)) : [kg.t("itself")];
  add(kg.t("according"), ...who, ...(claim.via ? [`, ${kg.t("via")} `, ...kg.joined(claim.via.map(kg.nodeLink))] : []));
  if (claim.status && claim.status !== fact.status) add(kg.t("claimedAs"), kg.statusChip(claim.status));
  if (claim.confidence !== undefined) add(kg.t("sure"), kg.sure(claim.confidence));
  if (claim.method) add(kg.t("method"), kg.t(claim.method) ?? claim.method);
  return rows;
};

kg.sameClaims = (fact) => new Set(fact.claims.map(({ by, via, status, confidence, method }) => JSON.stringify([by, via, status, confidence, method]))).size === 1;

kg.claim = function (fact, claim) {
  const article = kg.articles.get(claim.article);
  return kg.el("div", { class: "claim" },
    kg.el("blockquote", { text: claim.quote ?? "", lang: article?.language }),
    kg.el("div", {}, kg.button(kg.t("show"), () => kg.showClaim(fact, claim), { class: "link show", "aria-label": kg.t("showQuote", claim.quote ?? "") }),
      kg.articles.size > 1 && article ? kg.el("span", { class: "soft", text: ` · ${article.title}` }) : null),
    kg.sameClaims(fact) ? null : kg.el("dl", {}, ...kg.claimRows(claim, fact)));
};

kg.sure = function (confidence) {
  const percent = `${Math.round(confidence * 100)}%`;
  const meter = kg.el("meter", { min: 0, max: 1, value: confidence, "aria-label": `${kg.t("sure")}: ${percent}` });
  return kg.el("span", { class: "sure" }, meter, kg.el("span", { text: percent }));
};

kg.row = function (fact) {
  const chosen = kg.state.selected?.fact === fact.id;
  const row = kg.button(null, () => kg.select({ fact: fact.id }, { move: true }), { class: "row", "aria-current": chosen ? "true" : null });
  row.replaceChildren(kg.stroke(fact.status), kg.el("span", { text: kg.titleOf(fact), lang: kg.tongue(fact.label) }),
    kg.el("span", { class: "unseen", text: kg.say(kg.data.statuses[fact.status]?.label) }));
  return kg.el("li", {}, row);
};
