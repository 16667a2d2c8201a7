import { parseArgs } from "node:util";
import { LlmServer } from "./llm-server.ts";

/** Runs the server by itself and says where, as one line of JSON; ends with its parent's signal. */
const { values } = parseArgs({ options: { port: { type: "string", default: "0" } } });
const server = await LlmServer.start({ port: Number(values.port) });
process.stdout.write(`${JSON.stringify({ url: server.url })}\n`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}
