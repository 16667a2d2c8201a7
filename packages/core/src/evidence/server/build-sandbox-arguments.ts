import { lstatSync, readlinkSync } from "node:fs";
import type { Interpreter } from "./sandbox.ts";

/** File descriptor through which the program comes in, so that no folder of ours is mounted. */
export const PROGRAM_DESCRIPTOR = 3;
const PROGRAM_PATH = "/program";

/** Links into /usr on most distributions, folders of their own on the others. */
const SYSTEM_FOLDERS = ["/bin", "/sbin", "/lib", "/lib32", "/lib64"];

/**
 * Arguments of bubblewrap that run the program with the interpreter alone in the world: no
 * network, no other process, no /proc, no environment, no privilege, and nowhere to write. Source
 * of the options: bwrap(1), 0.8.
 */
export function buildSandboxArguments(interpreter: Interpreter, programArguments: string[]) {
  const isInUsr = interpreter.prefix === "/usr" || interpreter.prefix.startsWith("/usr/");
  return [
    ["--unshare-all", "--die-with-parent", "--new-session", "--clearenv"],
    ["--uid", "65534", "--gid", "65534", "--cap-drop", "ALL", "--hostname", "sandbox"],
    // Sets have the same order in every run.
    ["--setenv", "PYTHONHASHSEED", "0", "--setenv", "LANG", "C.UTF-8"],
    ["--ro-bind", "/usr", "/usr", ...SYSTEM_FOLDERS.flatMap(mountSystemFolder)],
    isInUsr ? [] : ["--ro-bind", interpreter.prefix, interpreter.prefix],
    ["--dev-bind", "/dev/null", "/dev/null"],
    ["--ro-bind-data", String(PROGRAM_DESCRIPTOR), PROGRAM_PATH],
    ["--remount-ro", "/", "--chdir", "/"],
    ["--", interpreter.path, "-s", "-S", "-B", "-X", "utf8", PROGRAM_PATH, ...programArguments],
  ].flat();
}

function mountSystemFolder(folder: string): string[] {
  const entry = lstatSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (entry.isSymbolicLink()) return ["--symlink", readlinkSync(folder), folder];
  return ["--ro-bind", folder, folder];
}
