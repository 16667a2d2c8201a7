import type { CheckSubject } from "../check-subject.ts";
import type { Check, Observation } from "../check.ts";

const HOLE = { identifier: "decimal_comma", type_hint: "bool", description: "Does 1,5 count?" };
const NOTE = /\b(?:TODO|TBD|FIXME|XXX)\b|\?\?\?/;

/** Finds open questions that are left in an IR. */
export const unresolvedHole: Check = {
  id: "unresolved_hole",
  errorType: "unresolved_hole",
  version: 1,
  title: "Open question left",
  description:
    "A hole says that something is not decided yet. Training data must decide everything: answer the question in an effect, then remove the hole.",
  examples: {
    flags: [
      {
        prompt: "Convert a text to a float.",
        ir: { overrides: { effects: [{ description: "Return float(text).", holes: [HOLE] }] } },
        path: "/effects/0/holes/0",
      },
      {
        prompt: "Convert a text to a float.",
        ir: { effects: ["Return float(text), TODO: say what happens to a decimal comma."] },
        path: "/effects/0/description",
      },
    ],
    passes: [
      {
        prompt: "Count the lines that have the word TODO.",
        ir: { effects: ["Return the number of lines with LITERAL 'TODO' in them."] },
      },
    ],
  },
  run: ({ prompt, ir }: CheckSubject): Observation[] => [
    ...listHoles(ir.intent.holes, "/intent"),
    ...listHoles(ir.signature.holes, "/signature"),
    ...ir.effects.flatMap(({ holes }, index) => listHoles(holes, `/effects/${index}`)),
    ...ir.assertions.flatMap(({ holes }, index) => listHoles(holes, `/assertions/${index}`)),
    ...ir.effects.flatMap(({ description }, index) => findNote(description, prompt, index)),
  ],
};

function listHoles(
  holes: readonly { identifier: string; description: string }[],
  owner: string,
): Observation[] {
  return holes.map(({ identifier, description }, index): Observation => {
    const question = description === "" ? "" : ` (${shorten(description)})`;
    const path = `${owner}/holes/${index}`;
    return {
      severity: "error",
      path,
      message: `the hole \`${shorten(identifier)}\`${question} is still open; decide it in the IR, then remove the hole`,
      fix: {
        title: `Remove the hole \`${shorten(identifier)}\``,
        patch: [{ op: "remove", path }],
      },
    };
  });
}

function findNote(description: string, prompt: string | null, index: number): Observation[] {
  const note = NOTE.exec(description)?.[0];
  if (note === undefined || prompt?.includes(note) === true) return [];
  return [
    {
      severity: "warning",
      path: `/effects/${index}/description`,
      message: `\`${note}\` marks something that is not decided; decide it and take the note away`,
    },
  ];
}

const LONGEST_QUOTE = 60;

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
