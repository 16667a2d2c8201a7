import { spawnSync } from "node:child_process";

const BUBBLEWRAP = "bwrap";

/** Whether this machine lets an unprivileged process have namespaces of its own, asked without our code. */
export function canIsolate(): boolean {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const options = ["--unshare-all", "--ro-bind", "/", "/", "true"];
  return spawnSync(BUBBLEWRAP, options, { cwd: "/", ...nobody }).status === 0;
}
