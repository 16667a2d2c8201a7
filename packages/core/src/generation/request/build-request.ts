import { irLlmSchema } from "../../ir/ir-llm-schema.ts";
import type { ProducerRequest } from "../producers/producer.ts";
import { delimit } from "./delimit.ts";
import { INSTRUCTIONS, SLOT_ANGLES } from "./instructions.ts";
import { writeModelIr } from "./write-model-ir.ts";

type FewShots = readonly { prompt: string; ir: string }[];

/** Made once: it is the same in every request. */
const SCHEMA = irLlmSchema();

/** A run sends the same examples thousands of times, and writing them takes milliseconds. */
const EXAMPLES = new WeakMap<FewShots, string>();

/** A reply of an earlier turn, and what was wrong with it. */
export interface EarlierTurn {
  reply: string;
  problems: readonly string[];
}

export interface GenerationRequestParts {
  /** The description of the function, as it stands in the corpus. */
  prompt: string;
  /** Accepted pairs, each IR as its raw text. */
  fewShots: FewShots;
  model: string;
  effort: ProducerRequest["effort"];
  /** Which of several replies to the same prompt, from 0. */
  slot: number;
  /** 0, or how many replies stand in `history`. */
  turn: number;
  history: readonly EarlierTurn[];
  maxTokens: number;
}

/**
 * The request for one IR. The system text depends on the few-shot set alone, so that all requests
 * of a run share it in the provider's cache; what differs stands in the turns.
 *
 * @throws Error when `turn` and `history` disagree, or an example is no IR
 */
export function buildGenerationRequest(parts: GenerationRequestParts): ProducerRequest {
  const { prompt, fewShots, model, effort, slot, turn, history, maxTokens } = parts;
  if (turn !== history.length) throw new Error(`turn ${turn} has ${history.length} earlier turns`);
  return {
    model,
    effort,
    system: fewShots.length === 0 ? [INSTRUCTIONS] : [INSTRUCTIONS, recallExamples(fewShots)],
    turns: [
      { role: "user", text: askForIr(prompt, slot) },
      ...history.flatMap(({ reply, problems }) => [
        // A turn without text is refused.
        { role: "assistant" as const, text: reply.trim() === "" ? "(no text)" : reply },
        { role: "user" as const, text: askForRepair(problems) },
      ]),
    ],
    schema: SCHEMA,
    maxTokens,
  };
}

function recallExamples(fewShots: FewShots): string {
  const examples = EXAMPLES.get(fewShots) ?? writeExamples(fewShots);
  EXAMPLES.set(fewShots, examples);
  return examples;
}

/** The block of examples as it is sent; it costs tokens in every request. */
export function writeExamples(fewShots: FewShots): string {
  const examples = fewShots.map(
    ({ prompt, ir }) =>
      `${delimit("function_description", prompt)}\n\nIts IR:\n\n${writeModelIr(ir)}`,
  );
  return [
    "# More examples\n\nReviewers accepted these. Follow their style; take nothing of their content.",
    ...examples,
  ].join("\n\n");
}

function askForIr(prompt: string, slot: number): string {
  const angle = SLOT_ANGLES[slot % SLOT_ANGLES.length] ?? null;
  const question = "Write the IR of the function that this description asks for.";
  return [
    question,
    delimit("function_description", prompt),
    ...(angle === null ? [] : [angle]),
  ].join("\n\n");
}

function askForRepair(problems: readonly string[]): string {
  const list = problems.map((problem, index) => `${index + 1}. ${problem}`).join("\n");
  return [
    "Checks read your IR and found this:",
    delimit("findings", list),
    "Write the whole IR again with these points mended and the rest as it was. The checks can err: where a point contradicts the description, the description counts.",
  ].join("\n\n");
}
