import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { canIsolate } from "../testing/can-isolate.ts";
import { probeSandbox } from "./probe-sandbox.ts";

// Interpreters start slowly on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Takes bubblewrap's arguments and isolates nothing. */
const OPEN_DOOR = `#!/bin/sh
[ "$1" = --version ] && exit 0
while [ "$1" != -- ]; do shift; done
shift
program=$(mktemp "$(dirname "$0")/XXXXXX")
cat <&3 >"$program"
python=$1
while [ "$1" != /program ]; do shift; done
shift
exec "$python" "$program" "$@"
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "foundry-probe-"));
  chmodSync(folder, 0o777);
});
afterEach(() => rmSync(folder, { recursive: true }));

function writeProgram(name: string, source: string): string {
  const path = join(folder, name);
  writeFileSync(path, source, { mode: 0o755 });
  return path;
}

test("is on exactly where the machine can isolate, and else says why not", async () => {
  const sandbox = await probeSandbox();
  expect(sandbox.isOn).toBe(canIsolate());
  expect(sandbox).toHaveProperty(sandbox.isOn ? "python" : "reason", expect.stringMatching(/\S/));
});

test("a sandbox that lets code out is never used", async () => {
  const sandbox = await probeSandbox(writeProgram("open-door", OPEN_DOOR));
  expect(sandbox).toMatchObject({
    isOn: false,
    reason: expect.stringMatching(
      /does not isolate here: code in it .*reads \/etc\/passwd.*writes to \/tmp.*connects to the host/,
    ),
  });
});

test.for([["is not there", "/nowhere/bwrap", "bubblewrap is not installed"]] as const)(
  "bubblewrap that %s leaves it off",
  async ([, path, reason]) => {
    expect(await probeSandbox(path)).toMatchObject({
      isOn: false,
      reason: expect.stringContaining(reason),
    });
  },
);

test("bubblewrap that may not make namespaces leaves it off, with what it said", async () => {
  const refusing =
    '#!/bin/sh\n[ "$1" = --version ] && exit 0\necho "bwrap: No permissions to create new namespace" >&2\nexit 1\n';
  expect(await probeSandbox(writeProgram("refusing", refusing))).toEqual({
    isOn: false,
    reason: "bubblewrap cannot start a sandbox here: bwrap: No permissions to create new namespace",
  });
});
