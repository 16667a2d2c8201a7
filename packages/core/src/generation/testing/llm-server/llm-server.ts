import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import { answerChatError, answerError, type Outcome } from "./outcome.ts";
import type { ReceivedRequest, ServerBill } from "./request-log.ts";
import { route } from "./route.ts";
import { endAllBatches, serveControl } from "./serve-control.ts";
import { ServerWorld } from "./server-world.ts";
import type { ServerSettingsInput } from "./settings.ts";

/**
 * Stands in for the providers of language models: the Messages API with batches, counting and
 * models, and the chat completions API. It keeps rate limits, bills, remembers every request, and
 * goes wrong on demand. Real client libraries talk to it over real sockets.
 */
export class LlmServer {
  readonly url: string;
  private readonly world: ServerWorld;

  private constructor(
    private readonly server: Server,
    world: ServerWorld,
  ) {
    this.world = world;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param options.port 0: any that is free */
  static async start({ port = 0, ...settings }: { port?: number } & ServerSettingsInput = {}) {
    const world = new ServerWorld();
    world.configure(settings);
    const server = createServer((request, response) => {
      void serve(world, request, response).catch((error: unknown) =>
        response.destroy(toError(error)),
      );
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    return new LlmServer(server, world);
  }

  configure(change: ServerSettingsInput): void {
    this.world.configure(change);
  }

  requests(): readonly ReceivedRequest[] {
    return this.world.log.requests;
  }

  bill(): ServerBill {
    return this.world.log.sumUp();
  }

  endBatches(): void {
    endAllBatches(this.world);
  }

  /** Closes the connections that hang, too. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

async function serve(
  world: ServerWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const { method = "GET", headers } = request;
  const body = await readJson(request);
  if (url.pathname === "/control") {
    write(response, serveControl(world, method, body), {});
    return;
  }
  const received = world.log.add({ path: url.pathname, body });
  const outcome = answer(world, { method, url, headers }, received);
  await wait(world.settings.latencyMs);
  if (outcome.kind === "answer" || outcome.kind === "cut") received.status = outcome.status;
  response.once("finish", () => {
    received.isDelivered = outcome.kind === "answer";
  });
  write(response, outcome, { "request-id": received.id, "x-request-id": received.id });
}

function answer(
  world: ServerWorld,
  request: Parameters<typeof route>[1],
  received: ReceivedRequest,
): Outcome {
  try {
    return route(world, request, received);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const isChat = request.url.pathname === "/v1/chat/completions";
    return isChat ? answerChatError(error) : answerError(error, received.id);
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    // What is no JSON fits no body, and is refused as such.
    return text;
  }
}

function write(response: ServerResponse, outcome: Outcome, headers: Record<string, string>): void {
  if (response.destroyed || outcome.kind === "hang") return;
  if (outcome.kind === "reset") {
    response.destroy();
    return;
  }
  const body = Buffer.from(outcome.body);
  response.writeHead(outcome.status, {
    ...outcome.headers,
    ...headers,
    "content-length": body.length,
  });
  if (outcome.kind === "answer") {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
