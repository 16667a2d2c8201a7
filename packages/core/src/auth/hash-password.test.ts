import { expect, it } from "vitest";
import { hashPassword } from "./hash-password.ts";
import { runHash } from "./run-hash.ts";
import { verifyPassword } from "./verify-password.ts";

it("hashes with argon2id at 46 MiB, salted, and knows only the right password", async () => {
  const password = "correct horse battery";
  const [hash, other] = await Promise.all([hashPassword(password), hashPassword(password)]);

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  expect(other).not.toBe(hash);
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: `${password} ` })).toBe(false);
});

it("takes the same characters however the keyboard composes them", async () => {
  const hash = await hashPassword("caf\u00e9 au lait, \ufb01n");
  expect(await verifyPassword({ hash, password: "cafe\u0301 au lait, fin" })).toBe(true);
});

it("works on two passwords at a time, in turn, and goes on after a failure", async () => {
  let runningCount = 0;
  let mostRunning = 0;
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const work = (index: number) => async () => {
    started.push(index);
    runningCount += 1;
    mostRunning = Math.max(mostRunning, runningCount);
    await new Promise<void>((resolve) => finish.push(resolve));
    runningCount -= 1;
    if (index === 1) throw new Error("failed");
    return index;
  };
  const outcomes = Promise.allSettled([0, 1, 2, 3, 4].map((index) => runHash(work(index))));
  while (started.length < 5 || finish.length > 0) {
    finish.shift()?.();
    await Promise.resolve();
  }

  expect(started).toEqual([0, 1, 2, 3, 4]);
  expect(mostRunning).toBe(2);
  expect((await outcomes).map(({ status }) => status === "fulfilled")).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
});

it("refuses work when hundreds wait, and takes it again afterwards", async () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  const waiting = Array.from({ length: 202 }, () => runHash(() => gate));

  await expect(runHash(() => gate)).rejects.toMatchObject({ code: "unavailable" });
  open();
  await Promise.all(waiting);
  await expect(runHash(async () => "done")).resolves.toBe("done");
});
