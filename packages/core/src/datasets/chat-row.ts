import { writeCanonicalIr } from "../ir/write-canonical-ir.ts";
import { SYSTEM_PROMPT } from "./system-prompt.ts";

interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

/** A row of supervised training, in the form that the trainer reads. */
export interface ChatRow {
  id: string;
  group: string;
  prompt: ChatMessage[];
  completion: ChatMessage[];
}

/** A row of preference training: the same prompt with a better and a worse answer. */
export interface PreferenceRow {
  id: string;
  group: string;
  prompt: ChatMessage[];
  chosen: ChatMessage[];
  rejected: ChatMessage[];
  error_type: string;
}

/** A row of the project's original training files. */
export interface OriginalRow {
  prompt: string;
  completion: string;
  label: "good";
}

interface PositiveItem {
  id: string;
  group: string;
  prompt: string;
  /** A JSON value: it is written once, here. */
  ir: unknown;
}

/** The messages that ask for an IR; training and serving send the same. */
export function writeChatPrompt(prompt: string): ChatMessage[] {
  return [
    { role: "system", content: SYSTEM_PROMPT },
    { role: "user", content: prompt },
  ];
}

/** A good sample as a question and its answer, the IR in its canonical form. */
export function writeChatRow({ id, group, prompt, ir }: PositiveItem): ChatRow {
  return { id, group, prompt: writeChatPrompt(prompt), completion: answer(ir) };
}

/**
 * A good and a bad IR for one prompt. The bad one appears in such rows only, never in a completion.
 *
 * @param group of the good sample: the pair goes where it goes
 */
export function writePreferenceRow({
  ir,
  rejected,
  errorType,
  ...row
}: PositiveItem & { rejected: unknown; errorType: string }): PreferenceRow {
  return {
    id: row.id,
    group: row.group,
    prompt: writeChatPrompt(row.prompt),
    chosen: answer(ir),
    rejected: answer(rejected),
    error_type: errorType,
  };
}

/** A good sample in the original format, the IR as one string. */
export function writeOriginalRow({ prompt, ir }: Pick<PositiveItem, "prompt" | "ir">): OriginalRow {
  return { prompt, completion: writeCanonicalIr(ir), label: "good" };
}

function answer(ir: unknown): ChatMessage[] {
  return [{ role: "assistant", content: writeCanonicalIr(ir) }];
}
