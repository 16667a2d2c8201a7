/** What a request asks for, read from its turns as a model would. */
export interface Asked {
  /** The description; the whole last text of the user when there is none. */
  prompt: string;
  /** Everything the user said, angle included. */
  userText: string;
  /** Replies that were already given and found wanting. */
  turn: number;
  /** How many variations are wanted; null: an IR is wanted. */
  variationCount: number | null;
}

export interface ChatTurn {
  role: string;
  text: string;
}

const DESCRIPTION = /<(function_description(?:_\d+)?)>\n([\s\S]*?)\n<\/\1>/;
const VARIATIONS = /^Write (\d+) variations?\b/;

export function readAsked(turns: readonly ChatTurn[]): Asked {
  const first = turns.find(({ role }) => role === "user")?.text ?? "";
  const wanted = VARIATIONS.exec(first)?.[1];
  return {
    prompt: DESCRIPTION.exec(first)?.[2] ?? first,
    userText: turns.map(({ text }) => text).join("\n"),
    turn: turns.filter(({ role }) => role === "assistant").length,
    variationCount: wanted === undefined ? null : Number(wanted),
  };
}
