/**
 * The part that works with nothing installed: plain JavaScript, Node's own modules only.
 */
import { spawnSync } from "node:child_process";
// The whole module: an old Node lacks some of its names, and must get to say that it is too old.
import fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What `npm ci` writes, with room to spare. */
const NEEDED_MB = 2_000;

/** Checks Node, installs the packages of the lock file, and teaches Node to load TypeScript. */
export async function prepareNode() {
  checkMachine();
  installPackages();
  const { register } = await import("tsx/esm/api");
  register();
}

function checkMachine() {
  if (process.platform === "win32")
    fail("IR Foundry runs on Linux and macOS. On Windows, use WSL 2.");
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`IR Foundry needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
}

/** Runs `npm ci` when the packages are missing or belong to another lock file. */
function installPackages() {
  if (areInstalled()) return;
  const { bavail, bsize } = fs.statfsSync(ROOT);
  const freeMb = Math.floor((bavail * bsize) / 1e6);
  if (freeMb < NEEDED_MB) {
    fail(
      `The disk of ${ROOT} is full: ${freeMb} MB free, ${NEEDED_MB} MB needed for the packages.`,
    );
  }
  process.stdout.write("  Installing packages …");
  const startedAt = Date.now();
  // Install scripts of packages stay off: none is needed, and each is a way in for strangers.
  const args = ["ci", "--ignore-scripts", "--include=dev", "--no-audit", "--no-fund"];
  const npm = spawnSync("npm", args, { cwd: ROOT, encoding: "utf8" });
  if (npm.status !== 0) {
    fail(` failed\n\n${npm.stdout ?? ""}${npm.stderr ?? ""}${npm.error?.message ?? ""}`);
  }
  console.log(` ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Compares the lock file with npm's own list of what it installed. */
function areInstalled() {
  const listPath = join(ROOT, "node_modules/.package-lock.json");
  if (!fs.existsSync(listPath)) return false;
  const installed = readPackages(listPath);
  return Object.entries(readPackages(join(ROOT, "package-lock.json"))).every(
    ([path, { version, link, optional, devOptional }]) =>
      !path.includes("node_modules/") ||
      link ||
      // Left out on purpose: made for another kind of machine.
      (!installed[path] && (optional || devOptional)) ||
      installed[path]?.version === version,
  );
}

/** @param {string} path */
function readPackages(path) {
  return JSON.parse(fs.readFileSync(path, "utf8")).packages;
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
