import type Anthropic from "@anthropic-ai/sdk";
import { type AnthropicAccess, createAnthropicClient } from "./anthropic-access.ts";
import { type CallEnds, callWithin } from "./call-within.ts";
import { hideKey } from "./hide-key.ts";
import type { ProducerError } from "./producer-error.ts";
import type { ProducerRequest } from "./producer.ts";
import { readAnthropicError } from "./read-anthropic-error.ts";
import { type BatchResult, readBatchResult } from "./read-batch-result.ts";
import { writeAnthropicRequest } from "./write-anthropic-request.ts";

/** A batch as Anthropic sees it. */
export interface BatchState {
  id: string;
  status: "in_progress" | "canceling" | "ended";
  /** Everything counts as processing until the batch has ended. */
  counts: {
    processing: number;
    succeeded: number;
    errored: number;
    cancelled: number;
    expired: number;
  };
  createdAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** Message batches: half the price, an answer within a day, and results that can be read again. */
export interface AnthropicBatches {
  /** `customId`: the id of the ledger's row; unique within the batch. @throws ProducerError */
  create(
    requests: readonly { customId: string; request: ProducerRequest }[],
    signal: AbortSignal,
  ): Promise<BatchState>;
  /** @throws ProducerError */
  get(id: string, signal: AbortSignal): Promise<BatchState>;
  /** The newest first: finds a batch whose creation was not answered. @throws ProducerError */
  list(limit: number, signal: AbortSignal): Promise<BatchState[]>;
  /** In any order, as they come; only of a batch that has ended. @throws ProducerError */
  results(id: string, signal: AbortSignal): AsyncGenerator<BatchResult>;
  /** What is being worked on may still succeed. @throws ProducerError */
  cancel(id: string, signal: AbortSignal): Promise<BatchState>;
}

/** The door to Anthropic's message batches. */
export function createAnthropicBatches(access: AnthropicAccess): AnthropicBatches {
  const client = createAnthropicClient(access);
  const { batches } = client.messages;

  function translate(error: unknown, ends: Pick<CallEnds, "findEnd">): ProducerError {
    return hideKey(readAnthropicError(error, ends, new Date()), access.apiKey);
  }

  function call<Result>(
    signal: AbortSignal,
    run: (options: { signal: AbortSignal }) => Promise<Result>,
  ): Promise<Result> {
    return callWithin({ timeoutMs: access.timeoutMs, signal }, async (ends) =>
      run({ signal: ends.signal }).catch((error: unknown) => {
        throw translate(error, ends);
      }),
    );
  }

  async function* results(id: string, signal: AbortSignal): AsyncGenerator<BatchResult> {
    const ends: Pick<CallEnds, "findEnd"> = { findEnd: () => (signal.aborted ? "stopped" : null) };
    // A signal of its own: the library leaves its listener behind.
    const options = { signal: AbortSignal.any([signal]) };
    try {
      for await (const row of await batches.results(id, {}, options)) yield readBatchResult(row);
    } catch (error) {
      throw translate(error, ends);
    }
  }

  return {
    create: (requests, signal) =>
      call(signal, async (options) => presentBatch(await batches.create(write(requests), options))),
    get: (id, signal) =>
      call(signal, async (options) => presentBatch(await batches.retrieve(id, {}, options))),
    list: (limit, signal) =>
      call(signal, async (options) => {
        const page = await batches.list({ limit }, options);
        return page.data.map(presentBatch);
      }),
    results,
    cancel: (id, signal) =>
      call(signal, async (options) => presentBatch(await batches.cancel(id, {}, options))),
  };
}

function write(requests: readonly { customId: string; request: ProducerRequest }[]) {
  return {
    requests: requests.map(({ customId, request }) => ({
      custom_id: customId,
      params: writeAnthropicRequest(request),
    })),
  };
}

function presentBatch(batch: Anthropic.Messages.MessageBatch): BatchState {
  const { canceled: cancelled, ...counts } = batch.request_counts;
  return {
    id: batch.id,
    status: batch.processing_status,
    counts: { ...counts, cancelled },
    createdAt: new Date(batch.created_at),
    expiresAt: new Date(batch.expires_at),
    endedAt: batch.ended_at === null ? null : new Date(batch.ended_at),
  };
}
