import { countTokens } from "./count-tokens.ts";
import { makeReply, type MadeReply } from "./make-reply.ts";
import type { Asked } from "./read-asked.ts";
import type { ReceivedRequest, ServerUsage } from "./request-log.ts";
import type { ServerWorld } from "./server-world.ts";
import type { Fault } from "./settings.ts";

export interface Task {
  model: string;
  asked: Asked;
  inputText: string;
  /** What is marked for the cache; null: nothing. */
  prefix: string | null;
  maxTokens: number;
}

export interface Work {
  reply: MadeReply;
  usage: ServerUsage;
}

/** Makes the reply and counts its tokens; from here on it is paid for. */
export function workOn(world: ServerWorld, task: Task, fault: Fault | null): Work {
  const custom = world.settings.replies[task.asked.prompt];
  const answer = custom ?? world.answers.answer(task.asked);
  const reply = cutTo(makeReply(answer, fault), task.maxTokens);
  const cached = world.cache.visit(task.model, task.prefix);
  const kept = cached.readTokens + cached.writeTokens;
  return {
    reply,
    usage: {
      inputTokens: Math.max(1, countTokens(task.inputText) - kept),
      cacheWriteTokens: cached.writeTokens,
      cacheReadTokens: cached.readTokens,
      // An empty reply has its end, too.
      outputTokens: Math.max(1, countTokens(reply.text)),
    },
  };
}

function cutTo(reply: MadeReply, maxTokens: number): MadeReply {
  if (countTokens(reply.text) <= maxTokens) return reply;
  return { text: reply.text.slice(0, maxTokens), end: "truncated" };
}

/** Writes down what a request was worked on for. */
export function bookWork(received: ReceivedRequest, { usage }: Work, nanoUsd: number): void {
  received.usage = usage;
  received.billedNanoUsd = nanoUsd;
}
