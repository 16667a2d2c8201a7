import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** What a program says first, as JSON. Rejects when it ends before. */
export async function readFirstLine({ stdout }: ChildProcess): Promise<unknown> {
  if (stdout === null) throw new Error("nobody listens to the program");
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line);
  throw new Error("the program ended before it said anything");
}
