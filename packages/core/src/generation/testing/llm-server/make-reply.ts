import type { Fault } from "./settings.ts";

/** What a model says, before it is put into the form of an API. */
export interface MadeReply {
  text: string;
  end: "complete" | "truncated" | "refused";
}

/** Answers that leave the network whole and are bad all the same. */
export function makeReply(answer: string, fault: Fault | null): MadeReply {
  switch (fault) {
    case "malformed_json":
      return { text: answer.replace(/\}\s*$/, ""), end: "complete" };
    case "truncated":
      return { text: answer.slice(0, Math.floor(answer.length / 2)), end: "truncated" };
    case "refusal":
      return { text: "", end: "refused" };
    case "wrong_schema":
      return { text: JSON.stringify({ intent: "a sentence", steps: [1, 2] }), end: "complete" };
    case "empty":
      return { text: "", end: "complete" };
    default:
      return { text: answer, end: "complete" };
  }
}
