import { checkIr } from "../../checks/check-ir.ts";
import type { ProducerRequest } from "../producers/producer.ts";
import { readLlmReply } from "../reply/read-llm-reply.ts";
import { buildGenerationRequest } from "../request/build-request.ts";
import { buildVariationRequest } from "../request/build-variation-request.ts";
import { describeFindings } from "../request/describe-findings.ts";
import { sizeMaxTokens } from "../request/size-max-tokens.ts";
import type { ClaimedItem, ModelDrive } from "./drive.ts";
import type { SendStep } from "./plan-step.ts";

/** What is asked of the model in one step for an item; the same every time for the same ledger. */
export async function buildItemRequest(
  drive: ModelDrive,
  item: ClaimedItem,
  step: Pick<SendStep, "slot" | "turn">,
): Promise<{ request: ProducerRequest; purpose: "generate" | "repair" | "vary" }> {
  const { run, model } = drive;
  const effort = readEffort(run.effort);
  const maxTokens = sizeMaxTokens({
    promptText: item.text,
    effort,
    modelMaxTokens: drive.modelMaxTokens,
  });
  if (run.purpose === "variations") {
    const count = run.variationsPerPrompt ?? 1;
    const asked = { prompt: item.text, category: item.category, count };
    return {
      request: buildVariationRequest({ ...asked, model, effort, maxTokens }),
      purpose: "vary",
    };
  }
  const { slot, turn } = step;
  const request = buildGenerationRequest({
    prompt: item.text,
    fewShots: drive.fewShots,
    model,
    effort,
    slot,
    turn,
    maxTokens,
    history: turn === 0 ? [] : await readHistory(drive, item, step),
  });
  return { request, purpose: turn === 0 ? "generate" : "repair" };
}

function readEffort(effort: string | null): "low" | "medium" | "high" | null {
  return effort === "low" || effort === "medium" || effort === "high" ? effort : null;
}

/** The earlier turns of a candidate: what the model said and what was wrong with it. */
async function readHistory(
  drive: ModelDrive,
  item: ClaimedItem,
  { slot, turn }: Pick<SendStep, "slot" | "turn">,
) {
  const calls = await drive.context.db.llmCall.findMany({
    where: {
      itemId: item.id,
      round: item.round,
      slot,
      turn: { lt: turn },
      state: "settled",
      outcome: { in: ["ok", "invalid"] },
    },
    orderBy: { turn: "asc" },
    select: { responseRaw: true, error: true },
  });
  return calls.map(({ responseRaw, error }) => {
    const { text } = drive.producer.readStored(responseRaw ?? "");
    return { reply: text, problems: findProblems(item.text, text, error) };
  });
}

function findProblems(prompt: string, text: string, error: string | null): string[] {
  const reading = readLlmReply(text);
  if (!reading.ok) return [error ?? reading.problem];
  return describeFindings(checkIr(prompt, reading.raw).findings);
}
