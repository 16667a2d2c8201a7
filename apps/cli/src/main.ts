import { CommanderError } from "commander";
import { createProgram } from "./create-program.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { UnusableInputError } from "./unusable-input-error.ts";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, is no failure.
  if (error.code === "EPIPE") process.exit(EXIT_CODES.fine);
  process.stderr.write(`foundry: Cannot write the results: ${error.message}.\n`);
  process.exit(EXIT_CODES.unusableInput);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has already written its message, or the help that was asked for.
    process.exitCode = error.exitCode === 0 ? EXIT_CODES.fine : EXIT_CODES.unusableInput;
  } else {
    process.exitCode = EXIT_CODES.unusableInput;
    const isExpected = error instanceof UnusableInputError;
    const text = isExpected ? error.message : `a fault in this program\n${describeFault(error)}`;
    process.stderr.write(`foundry: ${text}\n`);
  }
}

function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
