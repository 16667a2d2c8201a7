/**
 * The part that works with nothing installed: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, "node_modules/.foundry-lock-hash");
/** What `npm ci` writes, with room to spare. */
const NEEDED_MB = 2_000;

/** Checks Node, installs the packages of the lock file, and teaches Node to load TypeScript. */
export async function prepareNode() {
  checkVersion();
  installPackages();
  const { register } = await import("tsx/esm/api");
  register();
}

function checkVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`IR Foundry needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** Runs `npm ci` when the packages are missing or belong to another lock file. */
function installPackages() {
  const lockFile = readFileSync(join(ROOT, "package-lock.json"));
  const hash = createHash("sha256").update(lockFile).digest("hex");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === hash) return;

  const { bavail, bsize } = statfsSync(ROOT);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  if (freeMb < NEEDED_MB) {
    fail(`The disk of ${ROOT} is full: ${freeMb} MB free, ${NEEDED_MB} MB needed for the packages.`);
  }
  process.stdout.write("  Installing packages …");
  const startedAt = Date.now();
  // Install scripts of packages stay off: none is needed, and each is a way in for strangers.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8" });
  if (npm.status !== 0) {
    fail(` failed\n\n${npm.stdout ?? ""}${npm.stderr ?? ""}${npm.error?.message ?? ""}`);
  }
  writeFileSync(STAMP, hash);
  console.log(` ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
