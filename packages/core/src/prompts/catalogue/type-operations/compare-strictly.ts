import { pythonLiteral } from "../../python-literal.ts";
import { pythonSource } from "../../python-source.ts";
import { defineTemplate } from "../../template.ts";
import { capitalise } from "../../words/sentence.ts";
import { assertCase } from "../../write-assertion.ts";
import { writeIr } from "../../write-ir.ts";

const LABELS = [
  { id: "same", same: "same", alike: "alike", differs: "different" },
  { id: "exact", same: "exact match", alike: "loose match", differs: "no match" },
  { id: "change", same: "unchanged", alike: "type changed", differs: "value changed" },
  { id: "sync", same: "in sync", alike: "convert", differs: "conflict" },
  { id: "letters", same: "S", alike: "T", differs: "V" },
  { id: "test", same: "pass", alike: "warn", differs: "fail" },
] as const;
const PAIRS = [
  { id: "old_new", first: "old", second: "new", words: "the old and the new value of a setting" },
  {
    id: "expected_actual",
    first: "expected",
    second: "actual",
    words: "the expected and the actual result of a test",
  },
  {
    id: "source_target",
    first: "source",
    second: "target",
    words: "the source and the target of a copy",
  },
  { id: "cached_fresh", first: "cached", second: "fresh", words: "a cached and a fresh answer" },
  {
    id: "mine_theirs",
    first: "mine",
    second: "theirs",
    words: "my version and their version of a cell",
  },
  {
    id: "left_right",
    first: "left",
    second: "right",
    words: "the left and the right side of a comparison",
  },
] as const;
const LOOSE = [
  {
    id: "equal",
    words: "if they are equal but of different types, as 1 and 1.0 are",
    test: "FIRST == SECOND",
    nearSamples: ["1", "1.0"],
  },
  {
    id: "text",
    words: "if only their texts, as str gives them, are equal",
    test: "str(FIRST) == str(SECOND)",
    nearSamples: ["1", "'1'"],
  },
] as const;

export const compareStrictly = defineTemplate({
  id: "compare_strictly",
  category: "type_operations",
  title: "Compare two values and their types",
  slots: {
    pair: { kind: "word", values: PAIRS },
    labels: { kind: "label", values: LABELS },
    loose: { kind: "choice", values: LOOSE },
    none: { kind: "choice", values: ["like_others", "missing"] },
  },
  phrasings: [
    ({ pair, labels, loose, none }) =>
      `Compare ${pair.words}. ${none === "missing" ? "If one of them is None, or both are, return 'missing'. " : ""}Return '${labels.same}' if they are equal and of the same type, '${labels.alike}' ${loose.words}, and '${labels.differs}' otherwise.`,
    ({ pair, labels, loose, none }) =>
      `Write a function for ${pair.words}, which may have any type. ${none === "missing" ? "None on either side gives 'missing'. " : ""}Same type and equal: '${labels.same}'. ${capitalise(loose.words.replace("if ", ""))}: '${labels.alike}'. Anything else: '${labels.differs}'. Mind that True equals 1 without being an int of the same type.`,
  ],
  load: ({ none }) => ({
    branches: none === "missing" ? 4 : 3,
    quirks: 1,
    edgeCases: none === "missing" ? 1 : 0,
  }),
  blueprint: ({ pair: { id, first: a, second: b, words }, labels, loose, none }) => {
    const name = `compare_${id}`;
    const test = loose.test.replace("FIRST", a).replace("SECOND", b);
    const [same, alike, differs] = [
      pythonLiteral(labels.same),
      pythonLiteral(labels.alike),
      pythonLiteral(labels.differs),
    ];
    const isMissing = none === "missing";
    const isLoose = loose.id === "equal";
    const guard = isMissing ? `${a} is None or ${b} is None or ` : "";
    const both = (first: string, second: string) => ({
      [`repr(${a})`]: pythonLiteral(first),
      [`repr(${b})`]: pythonLiteral(second),
    });
    return {
      ir: writeIr({
        summary: `Compare ${words} and their types.`,
        name,
        parameters: [
          [a, "Any", "First value."],
          [b, "Any", "Second value."],
        ],
        returns: "str",
        effects: [
          ...(isMissing ? [`If ${a} is None or ${b} is None, return LITERAL 'missing'.`] : []),
          `If type(${a}) is type(${b}) and ${a} == ${b}, return LITERAL ${same}; compare types with type and not with isinstance, because isinstance(True, int) is true.`,
          `If ${test}, return LITERAL ${alike}; ${isLoose ? "1 and 1.0 are such a pair" : "1 and '1' are such a pair"}.`,
          `Otherwise return LITERAL ${differs}; NaN ${isLoose ? "equals nothing, itself included, so it ends here" : "does not equal itself, but its text does"}.`,
        ],
        assertions: [
          assertCase(both("1", "1"), same, "Equal ints"),
          assertCase(both("1", "2"), differs, "Different ints"),
          assertCase(both("1", "1.0"), isLoose ? alike : differs, "Int and float"),
          assertCase(both("True", "1"), isLoose ? alike : differs, "A boolean and 1"),
          assertCase(both("0", "False"), isLoose ? alike : differs, "0 and a boolean"),
          assertCase(both("1", "'1'"), isLoose ? differs : alike, "A number and its text"),
          assertCase(both("''", "''"), same, "Empty texts"),
          assertCase(both("'a'", "'A'"), differs, "Other case"),
          assertCase(both("[1]", "(1,)"), differs, "A list and a tuple"),
          assertCase(both("None", "None"), isMissing ? "'missing'" : same, "Both None"),
          assertCase(both("None", "0"), isMissing ? "'missing'" : differs, "None and 0"),
          assertCase(both("0", "None"), isMissing ? "'missing'" : differs, "0 and None"),
          [
            `${guard}type(${a}) is not type(${b}) or ${a} != ${b} or result == ${same}`,
            "Same type and equal",
          ],
          [
            `${guard}type(${a}) is type(${b}) or ${test} or result == ${differs}`,
            "Nothing in common",
          ],
          [`result != ${same} or type(${a}) is type(${b})`, "Never the same with different types"],
        ],
      }),
      implementation: pythonSource(
        `def ${name}(${a}, ${b}):`,
        ...(isMissing ? [`    if ${a} is None or ${b} is None:`, `        return 'missing'`] : []),
        `    if type(${a}) is type(${b}) and ${a} == ${b}:`,
        `        return ${same}`,
        `    if ${test}:`,
        `        return ${alike}`,
        `    return ${differs}`,
      ),
      inputs: [
        ["1", "1"],
        ["1", "2"],
        ["1", "1.0"],
        ["True", "1"],
        ["0", "False"],
        ["1", "'1'"],
        ["''", "''"],
        ["'a'", "'A'"],
        ["[1]", "(1,)"],
        ["None", "None"],
        ["None", "0"],
        ["0", "None"],
        ["float('nan')", "float('nan')"],
        ["{}", "[]"],
      ],
    };
  },
});
