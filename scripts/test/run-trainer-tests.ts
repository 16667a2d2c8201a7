/** The trainer's own tests, in its own Python environment, which is made first where it is missing. */
import { spawnSync } from "node:child_process";
import { findPython } from "../local-runner/find-python.ts";
import { installTrainer, TRAINER_DIR, TRAINER_PYTHON } from "../local-runner/install-trainer.ts";

const [reportPath] = process.argv.slice(2);
const python = findPython();
if (!reportPath || python === undefined) {
  console.error("usage: run-trainer-tests.ts REPORT, with a Python 3.10 or newer that has venv");
  process.exit(2);
}
await installTrainer(python, {
  withTests: true,
  onStep: ({ step, of, message }) => console.log(`  ${step}/${of} ${message}`),
  signal: new AbortController().signal,
});
const { status } = spawnSync(TRAINER_PYTHON, ["-m", "pytest", "-q", `--junitxml=${reportPath}`], {
  cwd: TRAINER_DIR,
  // The model is so small that a second thread only waits for the first.
  env: { ...process.env, OMP_NUM_THREADS: "1" },
  stdio: ["ignore", "inherit", "inherit"],
});
process.exit(status ?? 1);
