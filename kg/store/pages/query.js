"use strict";
const TEXTS = {
  en: {
    title: "Ask the graph in SPARQL", graph: "Look at the graph", question: "Questions that come with kg",
    choose: "choose one, or write your own below", query: "Query (Ctrl+Enter asks it)", ask: "Ask", stop: "Stop",
    asking: "Asking …", stopped: "Stopped.", failed: "The endpoint cannot be reached.", result: "Answer",
    rows: (n, ms) => `${n} ${n === 1 ? "row" : "rows"} in ${ms} ms`, yes: "Yes", no: "No",
  },
  nl: {
    title: "Bevraag de graaf in SPARQL", graph: "Bekijk de graaf", question: "Vragen die bij kg horen",
    choose: "kies er een, of schrijf er hieronder zelf een", query: "Vraag (Ctrl+Enter stelt ze)", ask: "Vraag",
    stop: "Stop", asking: "Bezig …", stopped: "Gestopt.", failed: "Het eindpunt is niet te bereiken.",
    result: "Antwoord", rows: (n, ms) => `${n} ${n === 1 ? "rij" : "rijen"} in ${ms} ms`, yes: "Ja", no: "Nee",
  },
};
const language = navigator.language.startsWith("nl") ? "nl" : "en";
const texts = TEXTS[language];
const element = (id) => document.getElementById(id);
const data = JSON.parse(element("data").textContent);
// The longest IRI first, so that a name is as short as can be.
const prefixes = Object.entries(data.prefixes).sort(([, a], [, b]) => b.length - a.length);
let running = null;

function make(tag, text, attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text; // never HTML: what is shown comes from articles
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function shortened(iri) {
  for (const [prefix, start] of prefixes) {
    const name = iri.slice(start.length);
    if (iri.startsWith(start) && /^[\w-]+$/.test(name)) return `${prefix}:${name}`;
  }
  return `<${iri}>`;
}

function cell(term) {
  if (!term) return make("td", "");
  if (term.type === "uri") return make("td", shortened(term.value), { title: term.value });
  if (term.type === "bnode") return make("td", `_:${term.value}`);
  if (term.type !== "literal") return make("td", JSON.stringify(term.value));
  const language = term["xml:lang"];
  const made = make("td", term.value, language ? { lang: language, title: language } : {});
  if (term.datatype) made.title = shortened(term.datatype);
  return made;
}

function table(answer) {
  const made = document.createElement("table");
  const head = made.createTHead().insertRow();
  for (const name of answer.head.vars) head.append(make("th", name, { scope: "col" }));
  const body = made.createTBody();
  for (const row of answer.results.bindings) {
    const line = body.insertRow();
    for (const name of answer.head.vars) line.append(cell(row[name]));
  }
  return made;
}

function say(text, isError = false) {
  element("status").textContent = text;
  element("status").className = isError ? "error" : "";
}

async function show(response, began) {
  const text = await response.text();
  const ms = Math.round(performance.now() - began);
  if (!response.ok) return say(text.trim() || `HTTP ${response.status}`, true);
  if (!response.headers.get("Content-Type").includes("json")) {
    element("result").replaceChildren(make("pre", text));
    return say(`${ms} ms`);
  }
  const answer = JSON.parse(text);
  if ("boolean" in answer) return say(answer.boolean ? texts.yes : texts.no);
  element("result").replaceChildren(table(answer));
  return say(texts.rows(answer.results.bindings.length, ms));
}

async function ask(event) {
  event?.preventDefault();
  running?.abort();
  const mine = (running = new AbortController());
  element("result").replaceChildren();
  element("stop").disabled = false;
  say(texts.asking);
  const began = performance.now();
  try {
    await show(await fetch("sparql", {
      method: "POST", body: element("query").value, signal: mine.signal,
      headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle" },
    }), began);
  } catch (error) {
    if (mine === running) say(error.name === "AbortError" ? texts.stopped : texts.failed, error.name !== "AbortError");
  }
  if (mine === running) element("stop").disabled = true;
}

document.documentElement.lang = language;
element("title").textContent = texts.title;
if (element("graph")) element("graph").textContent = texts.graph;
element("question-label").textContent = texts.question;
element("query-label").textContent = texts.query;
element("ask").textContent = texts.ask;
element("stop").textContent = texts.stop;
element("result").setAttribute("aria-label", texts.result);
element("question").append(make("option", texts.choose, { value: "" }));
for (const [place, question] of data.questions.entries()) {
  element("question").append(make("option", `${question.name.split("-")[0]} ${question.title}`, { value: place }));
}
element("query").value = "SELECT ?agreement ?party\nWHERE {\n  ?agreement a kg:Agreement ;\n             kg:party ?party .\n}\nLIMIT 100";
element("question").addEventListener("change", (event) => {
  const chosen = data.questions[event.target.value];
  if (chosen) element("query").value = chosen.query;
});
element("form").addEventListener("submit", ask);
element("stop").addEventListener("click", () => running?.abort());
element("query").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(event);
});
