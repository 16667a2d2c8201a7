import { inTransaction } from "../../database/in-transaction.ts";
import { makeStorable } from "../../database/make-storable.ts";
import type { JobContext } from "../../jobs/job-context.ts";
import { readModels } from "../prices/read-models.ts";
import type { AnthropicAccess } from "../producers/anthropic-access.ts";
import { lookUpAnthropicModel } from "../producers/anthropic-models.ts";
import { openAnthropicAccess } from "../producers/open-anthropic.ts";
import { openProducer } from "../producers/open-producer.ts";
import { ProducerError } from "../producers/producer-error.ts";
import { recordModelLifecycle } from "../producers/record-model-lifecycle.ts";
import { testProducer } from "../producers/test-producer.ts";
import type { ProviderAccess } from "./drive.ts";

interface Finding {
  keySource: "environment" | "stored" | "none";
  /** Null: there was nothing to try. */
  isOk: boolean | null;
  message: string | null;
}

/** A look is quick, or it is no use. */
const LOOK_WITHIN_MS = 30_000;

/**
 * The work of the job `checkProvider`: tries a provider with its key and writes down what came out,
 * for the web to show, which reads no keys. For Anthropic that costs nothing and also tells which
 * models go on; an endpoint is sent the smallest request there is.
 *
 * @param subject `anthropic`, or the id of an endpoint
 */
export async function tryProvider(
  access: ProviderAccess,
  context: JobContext,
  subject: string,
): Promise<void> {
  const quick = { ...access, timeoutMs: Math.min(access.timeoutMs, LOOK_WITHIN_MS) };
  const finding =
    subject === "anthropic"
      ? await tryAnthropic(quick, context)
      : await tryEndpoint(quick, context, subject);
  if (finding === null) return;
  const { keySource, isOk } = finding;
  const message = finding.message === null ? null : makeStorable(finding.message, 1_000);
  const check = { keySource, isOk, message, checkedAt: new Date() };
  await inTransaction(context.db, async (tx) => {
    await context.fence(tx);
    await tx.providerCheck.upsert({
      where: { subject },
      create: { subject, ...check },
      update: check,
    });
  });
}

async function tryAnthropic(access: ProviderAccess, context: JobContext): Promise<Finding> {
  const opened = await openAnthropicAccess(context.db, access);
  if ("obstacle" in opened) {
    const stored = await context.db.providerKey.count({ where: { provider: "anthropic" } });
    return stored > 0
      ? { keySource: "stored", isOk: false, message: opened.message }
      : { keySource: "none", isOk: null, message: null };
  }
  const { keySource } = opened;
  try {
    await lookUpModels(opened, context);
    return { keySource, isOk: true, message: null };
  } catch (error) {
    if (!(error instanceof ProducerError)) throw error;
    return { keySource, isOk: false, message: error.message };
  }
}

/** @throws ProducerError for everything but a model that the provider does not know */
async function lookUpModels(access: AnthropicAccess, { db, signal }: JobContext): Promise<void> {
  const models = await readModels(db);
  for (const { id } of models.filter(({ provider }) => provider === "anthropic")) {
    try {
      await recordModelLifecycle(db, id, await lookUpAnthropicModel(access, id, signal));
    } catch (error) {
      if (!(error instanceof ProducerError) || error.failure !== "unknown_model") throw error;
      await recordModelLifecycle(db, id, null);
    }
  }
}

/** Null for an endpoint that is gone. */
async function tryEndpoint(
  access: ProviderAccess,
  { db, signal }: JobContext,
  endpointId: string,
): Promise<Finding | null> {
  const endpoint = await db.producerEndpoint.findFirst({
    where: { id: endpointId, archivedAt: null },
    select: { model: true, ciphertext: true },
  });
  if (endpoint === null) return null;
  const keySource = endpoint.ciphertext === null ? "none" : "stored";
  const order = { producer: "openai_compatible" as const, endpointId };
  const opened = await openProducer(db, { ...order, ...access });
  if ("obstacle" in opened) return { keySource, isOk: false, message: opened.message };
  const { isOk, message } = await testProducer(opened, endpoint.model, signal);
  return { keySource, isOk, message };
}
