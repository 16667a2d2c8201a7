import type { EvidenceLimit, EvidenceRequest } from "./evidence.schema.ts";

/** Which limit was reached, for a sentence that begins with what was stopped: "the call …". */
export function describeLimit(limit: EvidenceLimit, limits: EvidenceRequest["limits"]): string {
  switch (limit) {
    case "time":
      return `took too long (the whole run may take ${limits.seconds} s)`;
    case "memory":
      return `needed more memory than ${limits.memoryMegabytes} MB`;
    case "output":
      return `printed more than ${limits.outputLength} characters`;
    case "steps":
      return `executed more than ${limits.stepsPerCall} lines of Python`;
    case "recursion":
      return "called itself too deeply";
  }
}
