import type { IncomingHttpHeaders } from "node:http";
import { ApiError } from "./api-error.ts";
import { assertKey } from "./assert-admitted.ts";
import type { Outcome } from "./outcome.ts";
import {
  cancelServerBatch,
  getServerBatch,
  getServerResults,
  listServerBatches,
} from "./read-batches.ts";
import type { ReceivedRequest } from "./request-log.ts";
import { createServerBatch } from "./serve-batches.ts";
import { serveChat } from "./serve-chat.ts";
import { serveCount } from "./serve-count.ts";
import { serveMessage } from "./serve-message.ts";
import { serveModel } from "./serve-model.ts";
import type { ServerWorld } from "./server-world.ts";

const BATCHES = "/v1/messages/batches";

/** Finds who answers. @throws ApiError */
export function route(
  world: ServerWorld,
  { method, url, headers }: { method: string; url: URL; headers: IncomingHttpHeaders },
  received: ReceivedRequest,
): Outcome {
  assertKey(world, headers);
  const path = url.pathname;
  if (method === "POST" && path === "/v1/messages") return serveMessage(world, received);
  if (method === "POST" && path === "/v1/messages/count_tokens") return serveCount(world, received);
  if (method === "POST" && path === "/v1/chat/completions") return serveChat(world, received);
  if (method === "POST" && path === BATCHES) return createServerBatch(world, received);
  if (method === "GET" && path === BATCHES) {
    return listServerBatches(world, Number(url.searchParams.get("limit") ?? 20));
  }
  if (path.startsWith(`${BATCHES}/`)) {
    const [id = "", act] = path.slice(BATCHES.length + 1).split("/");
    if (method === "GET" && act === undefined) return getServerBatch(world, id);
    if (method === "GET" && act === "results") return getServerResults(world, id);
    if (method === "POST" && act === "cancel") return cancelServerBatch(world, id);
  }
  const model = /^\/v1\/models\/([^/]+)$/.exec(path)?.[1];
  if (method === "GET" && model !== undefined) return serveModel(world, model);
  throw new ApiError(404, "not_found_error", `no such address: ${method} ${path}`);
}
