import type { ErrorType } from "@foundry/core/checks/error-types";

/** "missing_python_quirk" in a few words, where the sentence of the catalogue is too long. */
export function nameErrorType(errorType: ErrorType): string {
  const words = errorType.replaceAll("_", " ").replace("python", "Python");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
