import { statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { StudioError } from "./studio-error.ts";

/** A new cluster with the sample corpus takes 60 MB; Postgres stops when its log cannot be written. */
const NEEDED_BYTES = 300_000_000;

/** @throws StudioError when the disk of `folder` has no room to work with */
export async function checkDisk(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const freeBytes = bavail * bsize;
  if (freeBytes < NEEDED_BYTES) {
    throw new StudioError(
      `The disk of ${folder} is full: ${Math.round(freeBytes / 1e6)} MB free, ${NEEDED_BYTES / 1e6} MB needed.`,
    );
  }
}

/** @throws StudioError when nothing could listen there */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw new StudioError(describe(error as NodeJS.ErrnoException, host, port));
  } finally {
    probe.close();
  }
}

function describe(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is taken by another program; choose another, for example PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES") {
    return `Port ${port} needs more rights than you have; choose one above 1023, for example PORT=3000 npm start`;
  }
  return `Cannot listen on ${host}:${port} (${error.code ?? error.message}); check HOST and PORT.`;
}
