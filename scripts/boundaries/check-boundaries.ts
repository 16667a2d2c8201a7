import { resolve } from "node:path";
import { checkFiles, findLongFiles } from "./boundary-rules.ts";
import { checkClosures } from "./closure-rules.ts";
import { readImports } from "./read-imports.ts";

const tree = await readImports(resolve(import.meta.dirname, "../.."));
const violations = [...checkFiles(tree), ...checkClosures(tree)];

for (const { file, line, message, rule } of violations) {
  console.error(`${file}:${line}  ${message}  [${rule}]`);
}
for (const { path, lineCount } of findLongFiles(tree)) {
  console.error(`${path}: ${lineCount} lines; consider splitting it  [file-size, a warning]`);
}
console.log(`boundaries: ${tree.size} files, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
