import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CheckClient, type CheckWorker, type CheckWorkerListeners } from "./check-client";
import type { Reading, ReadingRequest } from "./reading";

interface TestWorker extends CheckWorker {
  asked: string[];
  isStopped: boolean;
  listeners: CheckWorkerListeners;
}

const request = (text: string): ReadingRequest => ({
  documentKey: 1,
  prompt: "",
  text,
  dismissed: [],
});
const answer = (text: string) => ({ documentKey: 1, text }) as Reading;

function start() {
  const workers: TestWorker[] = [];
  const readings: string[] = [];
  let failureCount = 0;
  const client = new CheckClient(
    (listeners) => {
      const worker: TestWorker = {
        asked: [],
        isStopped: false,
        listeners,
        read: ({ text }) => void worker.asked.push(text),
        stop: () => {
          worker.isStopped = true;
        },
      };
      workers.push(worker);
      return worker;
    },
    { onReading: ({ text }) => readings.push(text), onFailure: () => (failureCount += 1) },
  );
  return { client, workers, readings, failures: () => failureCount };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("CheckClient", () => {
  it("asks for the newest text alone and drops answers to older ones", () => {
    const { client, workers, readings } = start();
    for (const text of ["a", "ab", "abc"]) client.read(request(text));
    expect(workers[0]?.asked).toEqual(["a"]);
    workers[0]?.listeners.onReading(answer("a"));
    expect(workers[0]?.asked).toEqual(["a", "abc"]);
    workers[0]?.listeners.onReading(answer("abc"));
    expect(readings).toEqual(["abc"]);
    expect(workers).toHaveLength(1);
  });

  it("says that a worker broke, and asks again with a new one", () => {
    const { client, workers, readings, failures } = start();
    client.read(request("a"));
    workers[0]?.listeners.onError();
    expect([failures(), workers[0]?.isStopped]).toEqual([1, true]);
    client.retry();
    workers[1]?.listeners.onReading(answer("a"));
    expect(readings).toEqual(["a"]);
  });

  it("gives up on checks without an end", () => {
    const { client, workers, failures } = start();
    client.read(request("a"));
    vi.advanceTimersByTime(60_000);
    expect([failures(), workers[0]?.isStopped]).toEqual([1, true]);
  });

  it("lets a finished answer stand", () => {
    const { client, workers, failures } = start();
    client.read(request("a"));
    workers[0]?.listeners.onReading(answer("a"));
    vi.advanceTimersByTime(60_000);
    expect(failures()).toBe(0);
  });
});
