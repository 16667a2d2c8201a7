import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Starts `import-process.ts`; `result` is what it printed, once it has ended well. */
export function startImportProcess(
  ...args: [databaseUrl: string, importId: string, source: string]
): {
  child: ChildProcess;
  result: Promise<string>;
} {
  const script = fileURLToPath(new URL("./import-process.ts", import.meta.url));
  // A heap that holds some batches but no large file.
  const flags = ["--max-old-space-size=128", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, script, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (text) => (output += String(text)));
  const result = new Promise<string>((resolve, reject) => {
    child.once("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Error(`the import process ended with ${signal ?? code}`));
    });
  });
  return { child, result };
}
