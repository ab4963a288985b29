"use strict";
// What the page carries, and the ways through it.
{
  const raw = JSON.parse(kg.get("data").textContent);
  const { nodes, edges, rest } = raw;
  kg.data = rest;
  kg.nodes = new Map(nodes.map((node) => [node.id, node]));
  kg.facts = new Map(rest.facts.map((fact) => [fact.id, fact]));
  kg.articles = new Map(rest.articles.map((article) => [article.id, article]));
  kg.edges = new Map(edges.map((edge) => [edge.id, edge]));
  kg.edgesOf = { entities: new Map(), situations: new Map() };
  kg.factsOf = new Map();
  kg.saidBy = new Map();

  const put = (map, key, value) => (map.has(key) ? map.get(key).push(value) : map.set(key, [value]));
  for (const edge of edges) {
    put(kg.edgesOf[edge.view], edge.from, edge);
    put(kg.edgesOf[edge.view], edge.to, edge);
  }
  for (const fact of rest.facts) {
    fact.roles ??= [];
    fact.claims ??= [];
    for (const id of new Set(fact.roles.map(([, id]) => id))) put(kg.factsOf, id, fact);
    for (const id of new Set(fact.claims.flatMap((claim) => [...(claim.by ?? []), ...(claim.via ?? [])]))) put(kg.saidBy, id, fact);
    // When it was reported is when its articles were; "" stands for the article itself.
    fact.sources = new Set(fact.claims.flatMap((claim) => [...(claim.by ?? [""]), ...(claim.via ?? [])]));
    fact.articles = new Set(fact.claims.map((claim) => claim.article));
    fact.reported = [...fact.articles].map((id) => kg.articles.get(id)?.when).filter(Boolean).sort()[0];
  }
  // A community is a node like others, for as long as it is not opened.
  for (const [view, groups] of Object.entries(rest.communities)) {
    for (const [id, group] of Object.entries(groups)) {
      const name = group.members.slice(0, 2).map((member) => kg.nodes.get(member)?.label);
      kg.nodes.set(`${view}/${id}`, { id: `${view}/${id}`, node: "community", kind: "Community", names: name, members: group.members, links: group.links, at: { [view]: group.at } });
    }
  }
}

kg.nameOf = function (id) {
  const node = kg.nodes.get(id);
  if (node?.node === "community") return node.names.map(kg.say).join(", ");
  return kg.say(node ? node.label : kg.data.names[id]) || id;
};

kg.linesOf = function (node) {
  if (node.node !== "community") return kg.say(node.lines);
  const more = node.members.length - node.names.length;
  const names = node.names.map((label) => kg.say(label)).map((name) => (name.length > 22 ? `${name.slice(0, 21)}…` : name));
  return [...names, ...(more > 0 ? [kg.t("more", more)] : [])].join("\n");
};

kg.kindOf = (node) => (node.node === "community" ? kg.t("community") : kg.say(kg.data.kinds[node.kind]?.label) || node.kind);
