import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { checkPort } from "./check-room.ts";

it("says which port is taken and what to do", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await expect(checkPort("127.0.0.1", port)).rejects.toThrow(
    `Port ${port} is taken by another program; choose another, for example PORT=${port + 1} npm start`,
  );
  await new Promise((resolve) => server.close(resolve));
  await checkPort("127.0.0.1", port);
});

it("says when an address is not one of this machine", async () => {
  await expect(checkPort("203.0.113.1", 3000)).rejects.toThrow("check HOST and PORT");
});
