import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A provider that says the key it was sent in everything it answers, as some servers and proxies do. */
export interface EchoingProvider {
  url: string;
  /** Every key that it was sent. */
  keys: Set<string>;
  stop(): Promise<void>;
}

type Answer = (key: string) => { status: number; type: string; body: string };

/** To the requests for IRs in their order; the last one to all that follow. */
const ANSWERS: Answer[] = [
  (key) => refuse(400, "invalid_request_error", `no request with ${key} can be like this`),
  (key) => ({ status: 200, type: "text/html", body: `<p>Proxy. You sent ${key}.</p>` }),
  (key) => ({ status: 200, type: "application/json", body: writeMessage(`Your key is ${key}.`) }),
  (key) => refuse(401, "authentication_error", `invalid x-api-key: ${key}`),
];

export async function startEchoingProvider(): Promise<EchoingProvider> {
  const keys = new Set<string>();
  let count = 0;
  const server = createServer((request, response) => {
    const key = readKey(request);
    keys.add(key);
    request.resume();
    if (request.url?.startsWith("/v1/messages")) {
      const answer = ANSWERS[Math.min(count, ANSWERS.length - 1)];
      count += 1;
      if (answer !== undefined) write(response, answer(key));
      return;
    }
    write(response, refuse(401, "authentication_error", `invalid key: ${key}`));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function readKey({ headers }: IncomingMessage): string {
  return String(headers["x-api-key"] ?? headers.authorization?.replace("Bearer ", "") ?? "none");
}

function refuse(status: number, type: string, message: string): ReturnType<Answer> {
  const body = JSON.stringify({ type: "error", error: { type, message, code: type } });
  return { status, type: "application/json", body };
}

function writeMessage(text: string): string {
  return JSON.stringify({
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude-sonnet-5-5",
    content: [{ type: "text", text }],
    stop_reason: "end_turn",
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: 10 },
  });
}

function write(response: ServerResponse, { status, type, body }: ReturnType<Answer>): void {
  response.writeHead(status, { "content-type": type, "request-id": "req_1" });
  response.end(body);
}
