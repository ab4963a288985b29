// SPARQL in the page: the engine starts when its tab is opened first.
{
  const MOST_ROWS = 500;
  const data = JSON.parse(kg.get("sparql-data").textContent);
  const panel = kg.get("sparql");
  let store = null;

  async function start() {
    const packed = Uint8Array.from(atob(data.engine), (char) => char.charCodeAt(0));
    const bytes = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    await __wbg_init({ module_or_path: bytes });
    store = new Store();
    store.load(data.dataset, { format: "application/n-quads" });
  }

  // Prefixes need not be declared; they go on the first line, so that messages name the right lines.
  function withPrefixes(query) {
    const known = Object.entries(data.prefixes).filter(([name]) => !new RegExp(`prefix\\s+${name}:`, "i").test(query));
    return known.map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join(" ") + " " + query;
  }

  // What bears a name: an answer may give the thing itself, or its label.
  const named = new Map();
  for (const { id, label } of kg.nodes.values()) for (const text of typeof label === "string" ? [label] : Object.values(label ?? {})) named.set(text, id);

  function cell(term) {
    if (!term) return kg.el("td");
    const id = term.termType === "NamedNode" ? term.value.replace(kg.data.base, "") : named.get(term.value);
    return kg.el("td", {}, kg.nodes.has(id) ? kg.nodeLink(id) : kg.el("span", { text: term.value, lang: term.language || null }));
  }

  function table(columns, rows) {
    const head = kg.el("tr", {}, ...columns.map((name) => kg.el("th", { scope: "col", text: name })));
    const body = rows.slice(0, MOST_ROWS).map((row) => kg.el("tr", {}, ...row.map(cell)));
    const more = rows.length > MOST_ROWS ? [kg.el("p", { class: "soft", text: kg.t("more", rows.length - MOST_ROWS) })] : [];
    return [kg.el("p", { class: "soft", role: "status", text: kg.t("resultCount", rows.length) }), kg.el("table", {}, kg.el("thead", {}, head), kg.el("tbody", {}, ...body)), ...more];
  }

  function answer(query) {
    const found = store.query(withPrefixes(query), { use_default_graph_as_union: true });
    if (typeof found === "boolean") return [kg.el("p", { role: "status", text: kg.t(found ? "yes" : "no") })];
    if (found.length && found[0].termType === "Quad") return table(["subject", "predicate", "object"], found.map((quad) => [quad.subject, quad.predicate, quad.object]));
    const columns = [...new Set(found.flatMap((row) => [...row.keys()]))];
    return table(columns, found.map((row) => columns.map((name) => row.get(name))));
  }

  async function run() {
    const result = panel.querySelector(".answer");
    try {
      if (!store) {
        result.replaceChildren(kg.el("p", { class: "soft", text: kg.t("starting") }));
        await start();
      }
      result.replaceChildren(...answer(panel.querySelector("textarea").value));
    } catch (error) {
      result.replaceChildren(kg.el("p", { class: "problem", role: "alert", text: String(error.message ?? error) }));
    }
  }

  function show() {
    const before = panel.querySelector("textarea")?.value ?? data.questions[0]?.query ?? "SELECT * WHERE { ?s ?p ?o } LIMIT 10";
    const options = data.questions.map((question, i) => kg.el("option", { value: i, text: kg.say(question) }));
    const select = kg.el("select", { "aria-label": kg.t("question") }, ...options);
    const area = kg.el("textarea", { rows: 12, spellcheck: "false", "aria-label": kg.t("query") });
    area.value = before;
    select.selectedIndex = data.questions.findIndex(({ query }) => query === before);
    select.addEventListener("change", () => { area.value = data.questions[select.value].query; run(); });
    area.addEventListener("keydown", (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && run());
    panel.replaceChildren(select, area, kg.el("p", {}, kg.button(kg.t("run"), run)), kg.el("div", { class: "answer" }));
  }

  kg.on("language", show);
  show();
}
