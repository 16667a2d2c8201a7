import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { silentProgress } from "./progress.ts";
import { type RunningService, supervise } from "./supervise.ts";

/** A service whose processes end when the test says so. */
function makeService() {
  const started: { die: (how: string) => void; stopCount: number }[] = [];
  const start = async (): Promise<RunningService> => {
    let die: (how: string) => void = () => {};
    const exited = new Promise<string>((resolve) => {
      die = resolve;
    });
    const record = { die, stopCount: 0 };
    started.push(record);
    return {
      pid: started.length,
      exited,
      kill: () => die("SIGKILL"),
      stop: async () => {
        record.stopCount += 1;
        die("SIGTERM");
      },
    };
  };
  return { start, started };
}

it("starts a service again after its death", async () => {
  const { start, started } = makeService();
  const service = await supervise("web", start, silentProgress, 1);
  started[0]?.die("exit code 1");
  await vi.waitFor(() => expect(started).toHaveLength(2));
  expect(service.current().pid).toBe(2);
  await service.stop();
  await expect(service.ended).resolves.toBeUndefined();
  expect(started[1]?.stopCount).toBe(1);
});

it("gives up with the cause when a service dies again and again", async () => {
  const { start, started } = makeService();
  const service = await supervise("web", start, silentProgress, 1);
  for (let death = 1; death <= 5; death += 1) {
    await vi.waitFor(() => expect(started).toHaveLength(death));
    started.at(-1)?.die("exit code 7");
  }
  await expect(service.ended).rejects.toThrow("web ended 5 times within a minute (exit code 7)");
});

it("does not start a service again while it is being stopped", async () => {
  const { start, started } = makeService();
  const service = await supervise("web", start, silentProgress);
  started[0]?.die("exit code 1");
  await nextTurn();
  await service.stop();
  expect(started).toHaveLength(1);
});
