import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { createSeededRandom } from "../../negatives/seeded-random.ts";
import { generatePrompts } from "../../prompts/generate-prompts.ts";
import { buildPromptBlueprint } from "../../prompts/build-prompt-blueprint.ts";
import { parseExpression } from "./parse-expression.ts";

const TOKENS =
  "x y result len ( ) [ ] { } , : . 0 1 2.5 1e3 0x1f 'a' \"b\" b'c' f'{x}' None True not and or in is if else lambda for == != < <= >= + - * ** / // % ~ & | ^ << := = @ ... async $ ?".split(
    " ",
  );

/** Which of the sources CPython's own parser takes as one expression. */
function askPython(sources: string[]): boolean[] {
  const program = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def parses(source):
    try:
        ast.parse(source.strip(), mode="eval")
        return True
    except (SyntaxError, ValueError):
        return False
print(json.dumps([parses(source) for source in json.load(sys.stdin)]))
`;
  const { status, stdout, stderr } = spawnSync("python3", ["-c", program], {
    input: JSON.stringify(sources),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return JSON.parse(stdout) as boolean[];
}

function drawSources(count: number): string[] {
  const random = createSeededRandom(12);
  const draw = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + draw(7) }, () => TOKENS[draw(TOKENS.length)] ?? "").join(" "),
  );
}

function disagreements(sources: string[]): string[] {
  const oracle = askPython(sources);
  return sources.filter((source, index) => parseExpression(source).ok !== oracle[index]);
}

it("agrees with CPython on what is an expression, over random tokens", () => {
  const sources = drawSources(6_000);
  expect(sources.filter((source) => parseExpression(source).ok).length).toBeGreaterThan(300);
  expect(disagreements(sources)).toEqual([]);
});

it("agrees with CPython on the predicates of blueprints, whole and cut short", () => {
  const predicates = generatePrompts({ count: 60, seed: "5" }).records.flatMap((record) =>
    (buildPromptBlueprint(record).ir.assertions ?? []).map(({ predicate }) => predicate),
  );
  const cut = predicates.map((text) => text.slice(0, Math.ceil(text.length * 0.7)));
  expect(predicates.length).toBeGreaterThan(200);
  expect(disagreements([...predicates, ...cut])).toEqual([]);
});
