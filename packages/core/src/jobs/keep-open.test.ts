import { expect, it } from "vitest";
import { keepOpen } from "./keep-open.ts";

/** Resources numbered in the order of their opening, with a record of the closed ones. */
function countedResources() {
  let openedCount = 0;
  const closed: number[] = [];
  const kept = keepOpen(
    async () => {
      const number = (openedCount += 1);
      return { number, close: async () => void closed.push(number) };
    },
    () => {},
  );
  return { kept, closed };
}

it("opens once for any number of uses, also at the same time", async () => {
  const { kept } = countedResources();
  const used = await Promise.all(
    [1, 2, 3].map(() => kept.use(async (resource) => resource.number)),
  );
  expect(used).toEqual([1, 1, 1]);
});

it("closes what failed and opens anew", async () => {
  const { kept, closed } = countedResources();
  await expect(kept.use(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await kept.use(async (resource) => resource.number)).toBe(2);
  expect(closed).toEqual([1]);
});

it("tries to open again after opening failed", async () => {
  let attemptCount = 0;
  const kept = keepOpen(
    async () => {
      attemptCount += 1;
      if (attemptCount === 1) throw new Error("not there yet");
      return { close: async () => {} };
    },
    () => {},
  );
  await expect(kept.use(async () => "used")).rejects.toThrow("not there yet");
  expect(await kept.use(async () => "used")).toBe("used");
});

it("closes what is open, if anything is", async () => {
  const { kept, closed } = countedResources();
  await kept.close();
  await kept.use(async () => {});
  await kept.close();
  expect(closed).toEqual([1]);
});
