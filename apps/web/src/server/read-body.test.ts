import { describe, expect, it } from "vitest";
import { dropBody, readBody } from "./read-body";

/** A body of ten pieces that counts how many were taken. */
function makeBody(failAt = Number.POSITIVE_INFINITY) {
  const seen = { takenCount: 0, isCancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (seen.takenCount === failAt) return controller.error(new Error("the client left"));
        if (seen.takenCount === 10) return controller.close();
        seen.takenCount += 1;
        controller.enqueue(new Uint8Array([seen.takenCount]));
      },
      cancel() {
        seen.isCancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, seen };
}

describe("readBody", () => {
  it("gives every byte", async () => {
    const bytes: number[] = [];
    for await (const chunk of readBody(makeBody().body)) bytes.push(...chunk);
    expect(bytes).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("gives nothing for no body", async () => {
    expect((await readBody(null).next()).done).toBe(true);
  });

  it("takes and drops what an early end leaves over", async () => {
    const { body, seen } = makeBody();
    for await (const chunk of readBody(body)) if (chunk[0] === 3) break;
    expect(seen).toEqual({ takenCount: 10, isCancelled: false });
  });

  it("passes the source's error on", async () => {
    const bytes = readBody(makeBody(0).body);
    await expect(bytes.next()).rejects.toThrow("the client left");
  });
});

describe("dropBody", () => {
  it("takes a body that nobody read", async () => {
    const { body, seen } = makeBody();
    await dropBody(body);
    expect(seen.takenCount).toBe(10);
  });

  it("leaves a body alone that somebody reads", async () => {
    const { body } = makeBody();
    const reader = body.getReader();
    await dropBody(body);
    expect((await reader.read()).value).toEqual(new Uint8Array([1]));
  });

  it("survives a client that leaves", async () => {
    await expect(dropBody(makeBody(2).body)).resolves.toBeUndefined();
  });
});
