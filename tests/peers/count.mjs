// Counts the triples, or quads, of a file with N3.js: node count.mjs FILE
import { createReadStream } from "node:fs";
import { StreamParser } from "n3";

const [file] = process.argv.slice(2);
const format = file.endsWith(".nq") ? "application/n-quads" : "text/turtle";
let count = 0;
for await (const _ of createReadStream(file).pipe(new StreamParser({ format }))) count += 1;
console.log(count);
