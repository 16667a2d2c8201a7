import { type AddressInfo, createServer } from "node:net";
import { expect, it } from "vitest";
import { fetchOrSayUnsent } from "./fetch-or-say-unsent.ts";
import { UnsentError } from "./unsent-error.ts";

it.each(["127.0.0.1", "localhost"])(
  "says that nothing was sent when nobody listens at %s",
  async (host) => {
    const port = await findFreePort();
    await expect(fetchOrSayUnsent(`http://${host}:${port}/`)).rejects.toBeInstanceOf(UnsentError);
  },
);

it("says that nothing was sent when there is no such name", async () => {
  await expect(fetchOrSayUnsent("http://nobody.invalid/")).rejects.toBeInstanceOf(UnsentError);
});

it("does not say so when a connection was there", async () => {
  const server = createServer((socket) => socket.once("data", () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const error: unknown = await fetchOrSayUnsent(`http://127.0.0.1:${port}/`).catch(
    (caught: unknown) => caught,
  );
  server.close();
  expect(error).toBeInstanceOf(TypeError);
  expect(error).not.toBeInstanceOf(UnsentError);
});

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
