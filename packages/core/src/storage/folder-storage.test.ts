import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFolderStorage } from "./folder-storage.ts";
import type { Storage } from "./storage.ts";

let root: string;
let folder: string;
let storage: Storage;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "foundry-storage-"));
  folder = join(root, "files");
  storage = createFolderStorage(folder);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const maxBytes = 1_000_000;

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part);
}

describe("folder storage", () => {
  it("stores a stream and gives it back", async () => {
    const stored = await storage.write("imports/a-1", chunks("one ", "", "two é"), { maxBytes });
    const sha256 = createHash("sha256").update("one two é").digest("hex");
    expect(stored).toEqual({ byteCount: 10, sha256 });
    expect((await buffer(storage.read("imports/a-1"))).toString()).toBe("one two é");
    expect((await stat(join(folder, "imports/a-1"))).mode & 0o777).toBe(0o600);
  });

  it("takes a web stream", async () => {
    await storage.write("a", new Blob(["x".repeat(300_000)]).stream(), { maxBytes });
    expect(await buffer(storage.read("a"))).toHaveLength(300_000);
  });

  it("leaves nothing of a file that is too large", async () => {
    await expect(storage.write("a/b", chunks("12345", "6"), { maxBytes: 5 })).rejects.toMatchObject(
      {
        code: "too_large",
        reason: "file_too_large",
      },
    );
    expect(await readdir(join(folder, "a"))).toEqual([]);
  });

  it("leaves nothing of a stream that breaks, and keeps what was there", async () => {
    await storage.write("a", chunks("old"), { maxBytes });
    async function* breaking() {
      yield Buffer.from("new");
      throw new Error("connection lost");
    }
    await expect(storage.write("a", breaking(), { maxBytes })).rejects.toThrow("connection lost");
    expect(await readdir(folder)).toEqual(["a"]);
    expect((await buffer(storage.read("a"))).toString()).toBe("old");
  });

  it("removes, also what is not there", async () => {
    await storage.write("a", chunks("x"), { maxBytes });
    await storage.remove("a");
    await storage.remove("a");
    await expect(buffer(storage.read("a"))).rejects.toMatchObject({ reason: "file_missing" });
  });

  it.each(["../a", "a/../b", "/etc/passwd", "a//b", "", "a/", ".", "A", "a%2e", "a\0b", "-a"])(
    "refuses the key %j",
    async (key) => {
      expect(() => storage.read(key)).toThrow("storage key");
      expect(() => storage.remove(key)).toThrow("storage key");
      await expect((async () => storage.write(key, chunks("x"), { maxBytes }))()).rejects.toThrow();
    },
  );

  it("follows no symbolic link, to a file or to a folder", async () => {
    await mkdir(folder);
    await writeFile(join(root, "secret"), "secret");
    await symlink(join(root, "secret"), join(folder, "link"));
    await symlink(root, join(folder, "outside"));
    for (const key of ["link", "outside/secret"]) {
      await expect(buffer(storage.read(key))).rejects.toMatchObject({ reason: "file_missing" });
    }
  });
});
