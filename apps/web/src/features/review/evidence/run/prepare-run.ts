import { loadSandboxFiles } from "../../../../components/sandbox/sandbox-files";
import { warmPython } from "./warm-python";

/** Loads and starts Python ahead of the first run. */
export function prepareRun(): void {
  loadSandboxFiles(() => {})
    .then(warmPython)
    .catch(() => {
      // The run itself tries again, and says what is wrong.
    });
}
