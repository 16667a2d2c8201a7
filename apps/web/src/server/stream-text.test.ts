import { describe, expect, it } from "vitest";
import { announceShutdown } from "./shutdown";
import { streamText } from "./stream-text";

const plain = { headers: { "content-type": "text/plain" } };

/** A source that counts what was asked of it and notes that it was cleaned up. */
function makeSource(pieces: string[], failAt = Number.POSITIVE_INFINITY) {
  const seen = { madeCount: 0, isClosed: false, wasAborted: false };
  async function* makeText(signal: AbortSignal) {
    try {
      for (const [index, piece] of pieces.entries()) {
        if (index === failAt) throw new Error("the source failed");
        seen.madeCount += 1;
        yield piece;
      }
    } finally {
      seen.isClosed = true;
      seen.wasAborted = signal.aborted;
    }
  }
  return { makeText, seen };
}

async function until(isTrue: () => boolean) {
  for (const deadline = Date.now() + 2_000; !isTrue();) {
    if (Date.now() > deadline) throw new Error("waited in vain");
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("streamText", () => {
  const signal = () => new AbortController().signal;

  it("gives every piece, in order", async () => {
    const { makeText, seen } = makeSource(["a", "é", "c"]);
    const response = await streamText(makeText, { ...plain, signal: signal() });
    expect(await response.text()).toBe("aéc");
    expect(seen).toEqual({ madeCount: 3, isClosed: true, wasAborted: false });
  });

  it("gives an empty answer for nothing", async () => {
    const { makeText } = makeSource([]);
    expect(await (await streamText(makeText, { ...plain, signal: signal() })).text()).toBe("");
  });

  it("throws what goes wrong before the first piece", async () => {
    const { makeText } = makeSource(["a"], 0);
    await expect(streamText(makeText, { ...plain, signal: signal() })).rejects.toThrow(
      "the source failed",
    );
  });

  it("breaks off where the source fails later", async () => {
    const { makeText } = makeSource(["a", "b"], 1);
    const response = await streamText(makeText, { ...plain, signal: signal() });
    await expect(response.text()).rejects.toThrow("the source failed");
  });

  it("makes no more than is read", async () => {
    const { makeText, seen } = makeSource(Array.from({ length: 1_000 }, () => "x".repeat(70_000)));
    const response = await streamText(makeText, { ...plain, signal: signal() });
    await response.body?.getReader().read();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.madeCount).toBeLessThan(5);
  });

  it("sends live pieces one by one", async () => {
    const { makeText, seen } = makeSource(["a", "b", "c"]);
    const response = await streamText(makeText, { ...plain, signal: signal(), isLive: true });
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("a");
    expect(seen.madeCount).toBeLessThan(3);
  });

  it.each([
    ["the reader cancels", async (response: Response) => response.body?.cancel()],
    ["the client is gone", async (_: Response, leave: () => void) => leave()],
    ["the server stops", async () => announceShutdown()],
  ])("cleans the source up when %s", async (_, stop) => {
    const { makeText, seen } = makeSource(["a", "b", "c", "d"]);
    const client = new AbortController();
    const response = await streamText(makeText, { ...plain, signal: client.signal, isLive: true });
    await stop(response, () => client.abort());
    await until(() => seen.isClosed);
    expect(seen).toMatchObject({ wasAborted: true });
    expect(seen.madeCount).toBeLessThan(4);
  });
});
