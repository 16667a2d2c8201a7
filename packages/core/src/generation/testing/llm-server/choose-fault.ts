import { hashText } from "../../../prompts/hash-text.ts";
import type { Fault, ServerSettings } from "./settings.ts";

/**
 * The fault of a request: the next one of the script, else one drawn by seed, prompt and how often
 * the prompt came before. So the order in which requests arrive changes nothing, and the same
 * request sent again may fare better.
 */
export function chooseFault(
  settings: ServerSettings,
  request: { prompt: string; visit: number },
): Fault | null {
  const next = settings.script.shift();
  if (next !== undefined) return next === "none" ? null : next;
  if (settings.faultRate === 0) return null;
  const draw = (what: string) =>
    hashText(`${settings.seed}\n${what}\n${request.visit}\n${request.prompt}`) / 2 ** 32;
  if (draw("whether") >= settings.faultRate) return null;
  return settings.faults[Math.floor(draw("which") * settings.faults.length)] ?? null;
}
