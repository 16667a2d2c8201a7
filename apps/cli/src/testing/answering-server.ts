import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The other end of a command: it speaks HTTP and knows nothing of a studio. */
export interface AnsweringServer {
  url: string;
  /** What it says, by method and path; the last one again and again. */
  answers: Record<string, Answer[]>;
  /** What it was asked, in order. */
  requests: { line: string; token: string | undefined; body: Buffer }[];
  close(): Promise<void>;
}

export async function startAnsweringServer(): Promise<AnsweringServer> {
  const answers: AnsweringServer["answers"] = {};
  const requests: AnsweringServer["requests"] = [];
  const answer: Answer = async (request, response) => {
    const line = `${request.method} ${request.url}`;
    const queue = answers[line.split("?")[0] ?? ""] ?? [];
    const next = queue.length > 1 ? queue.shift() : queue[0];
    requests.push({ line, token: request.headers.authorization, body: await buffer(request) });
    (next ?? problem(404, "not_found", "There is nothing at this address."))(request, response);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    answers,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(body: unknown, status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
}

export function problem(status: number, reason: string, detail: string): Answer {
  const rest = { type: "about:blank", title: "", problems: [], requestId: "r-1" };
  return json({ ...rest, status, reason, detail }, status);
}
