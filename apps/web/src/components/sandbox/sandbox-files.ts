import { z } from "zod";

/** Written by scripts/prepare-sandbox.ts beside the files. */
const fileListSchema = z.array(
  z.object({ name: z.string(), type: z.string(), bytes: z.int(), version: z.string() }),
);
type ListedFile = z.infer<typeof fileListSchema>[number];

/** Python's interpreter, its library, the harness and the worker, by file name. */
export type SandboxFiles = ReadonlyMap<string, Blob>;

export interface LoadProgress {
  loadedBytes: number;
  totalBytes: number;
}

const FOLDER = "/sandbox";

let loaded: Promise<SandboxFiles> | undefined;
const watchers = new Set<(progress: LoadProgress) => void>();

/**
 * Fetches the sandbox's files once for as long as the page lives; a failed download is tried again
 * by the next call.
 *
 * @throws Error with a sentence for the reader
 */
export async function loadSandboxFiles(
  onProgress: (progress: LoadProgress) => void,
): Promise<SandboxFiles> {
  watchers.add(onProgress);
  loaded ??= download().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  try {
    return await loaded;
  } finally {
    watchers.delete(onProgress);
  }
}

async function download(): Promise<SandboxFiles> {
  const files = fileListSchema.parse(await (await get(`${FOLDER}/files.json`)).json());
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  const count = (bytes: number) => {
    loadedBytes += bytes;
    for (const watcher of watchers) watcher({ loadedBytes, totalBytes });
  };
  const blobs = await Promise.all(files.map((file) => fetchFile(file, count)));
  return new Map(files.map(({ name }, index) => [name, blobs[index] ?? new Blob()]));
}

async function fetchFile(
  { name, type, version }: ListedFile,
  onBytes: (count: number) => void,
): Promise<Blob> {
  const { body } = await get(`${FOLDER}/${name}?v=${version}`);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    onBytes(part.value.byteLength);
  }
  return new Blob(chunks, { type });
}

async function get(path: string): Promise<Response> {
  const response = await fetch(path).catch(() => null);
  if (response?.ok) return response;
  throw new Error(
    response === null
      ? "Python could not be loaded: the studio cannot be reached. Check your connection and try again."
      : `Python could not be loaded: the studio answered ${response.status} for ${path}. Build the studio again.`,
  );
}
