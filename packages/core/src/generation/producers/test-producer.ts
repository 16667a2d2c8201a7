import { ProducerError } from "./producer-error.ts";
import type { Producer } from "./producer.ts";

const ENOUGH_TOKENS = 500;

/**
 * Tries a producer with the smallest request there is, answer and form included. It costs what a
 * few words cost; Anthropic's key is better tried by `lookUpAnthropicModel`, which costs nothing.
 */
export async function testProducer(
  producer: Producer,
  model: string,
  signal: AbortSignal,
): Promise<{ isOk: boolean; message: string | null }> {
  try {
    const reply = await producer.send(writeProbe(model), signal);
    const problem = findProblem(reply.text);
    return { isOk: problem === null, message: problem };
  } catch (error) {
    if (!(error instanceof ProducerError)) throw error;
    return { isOk: false, message: error.message };
  }
}

function writeProbe(model: string) {
  return {
    model,
    effort: null,
    system: ["You answer with one JSON document."],
    turns: [{ role: "user" as const, text: 'Answer with {"ready": true}.' }],
    schema: {
      type: "object",
      properties: { ready: { type: "boolean" } },
      required: ["ready"],
      additionalProperties: false,
    },
    maxTokens: ENOUGH_TOKENS,
  };
}

function findProblem(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return null;
    return "It answers, but not with a JSON document.";
  } catch {
    return `It answers, but not with a JSON document: ${JSON.stringify(text.slice(0, 80))}.`;
  }
}
