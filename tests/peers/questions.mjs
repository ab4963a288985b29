// Asks Comunica all questions in one process: node questions.mjs sparql|file SOURCE QUESTIONS.json > ANSWERS.json
import { readFileSync } from "node:fs";
import { QueryEngine as FileEngine } from "@comunica/query-sparql-file";
import { QueryEngine } from "@comunica/query-sparql";

const [type, value, questions] = process.argv.slice(2);
const engine = type === "file" ? new FileEngine() : new QueryEngine();
const answers = {};
for (const [name, query] of Object.entries(JSON.parse(readFileSync(questions, "utf-8")))) {
  const result = await engine.query(query, { sources: [{ type, value }] });
  const { data } = await engine.resultToString(result, "application/sparql-results+json");
  let text = "";
  for await (const chunk of data) text += chunk;
  answers[name] = JSON.parse(text);
}
console.log(JSON.stringify(answers));
