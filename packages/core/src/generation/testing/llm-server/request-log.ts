import type { Fault } from "./settings.ts";

/** Tokens of one answer by what they cost. */
export interface ServerUsage {
  inputTokens: number;
  cacheWriteTokens: number;
  cacheReadTokens: number;
  outputTokens: number;
}

/** One request that arrived, whatever became of it. */
export interface ReceivedRequest {
  /** As in the `request-id` header. */
  id: string;
  path: string;
  receivedAt: string;
  model: string | null;
  /** The description that was asked about; null where there is none. */
  prompt: string | null;
  /** Within a batch. */
  customId: string | null;
  body: unknown;
  /** Null until it is answered, and for ever when it never is. */
  status: number | null;
  fault: Fault | null;
  usage: ServerUsage | null;
  /** What is billed for it, in billionths of a dollar; 0: nothing. */
  billedNanoUsd: number;
  /** The whole answer was written to a connection that was still there. */
  isDelivered: boolean;
}

export interface ServerBill {
  requestCount: number;
  paidCount: number;
  /** Everything that was worked on. */
  billedNanoUsd: number;
  /** The part whose answer was written out whole. */
  deliveredNanoUsd: number;
  byStatus: Record<string, number>;
  byFault: Record<string, number>;
}

/** What a provider would know of its customer. */
export class RequestLog {
  readonly requests: ReceivedRequest[] = [];
  private count = 0;

  add(request: Pick<ReceivedRequest, "path" | "body">): ReceivedRequest {
    this.count += 1;
    const received: ReceivedRequest = {
      id: `req_${String(this.count).padStart(8, "0")}`,
      receivedAt: new Date().toISOString(),
      model: null,
      prompt: null,
      customId: null,
      status: null,
      fault: null,
      usage: null,
      billedNanoUsd: 0,
      isDelivered: false,
      ...request,
    };
    this.requests.push(received);
    return received;
  }

  sumUp(): ServerBill {
    const paid = this.requests.filter(({ billedNanoUsd }) => billedNanoUsd > 0);
    const sum = (rows: ReceivedRequest[]) =>
      rows.reduce((total, { billedNanoUsd }) => total + billedNanoUsd, 0);
    return {
      requestCount: this.requests.length,
      paidCount: paid.length,
      billedNanoUsd: sum(paid),
      deliveredNanoUsd: sum(paid.filter(({ isDelivered }) => isDelivered)),
      byStatus: countBy(this.requests.map(({ status }) => String(status ?? "none"))),
      byFault: countBy(this.requests.flatMap(({ fault }) => fault ?? [])),
    };
  }

  /** Ids go on, so that no two requests ever share one. */
  clear(): void {
    this.requests.length = 0;
  }
}

function countBy(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
