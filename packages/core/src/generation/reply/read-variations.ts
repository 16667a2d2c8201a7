import { z } from "zod";
import { storableTextSchema } from "../../database/storable-text.ts";
import { IR_LIMITS } from "../../ir/ir-limits.ts";
import { scanJson } from "../../ir/scan-json.ts";

/** A description that is longer has lost its way. */
const MAX_LENGTH = 4000;
/** A shorter one cannot describe a function. */
const MIN_LENGTH = 20;

const replySchema = z.strictObject({ variations: z.array(z.string()) });

/** The new descriptions that a reply holds, or why there are none. */
export type VariationsReading = { ok: true; texts: string[] } | { ok: false; problem: string };

/**
 * Reads the reply to a request for variations. Texts that are empty, far too long, repeated or the
 * parent itself are left out; what is near to an existing prompt is for the caller to find.
 *
 * @param options.count how many were asked for; more are left out
 */
export function readVariations(
  text: string,
  { parent, count }: { parent: string; count: number },
): VariationsReading {
  const scan = scanJson(text, IR_LIMITS);
  if (!scan.ok) return refuse(`The reply is not one JSON document: ${scan.problem.message}.`);
  const parsed = replySchema.safeParse(JSON.parse(text));
  if (!parsed.success) return refuse("The reply is not a list of descriptions.");
  const known = new Set([normalize(parent)]);
  const texts = parsed.data.variations
    .map((variation) => variation.trim())
    .filter((variation) => isUsable(variation) && isNew(variation, known));
  if (texts.length === 0) return refuse("The reply has no usable description.");
  return { ok: true, texts: texts.slice(0, count) };
}

function refuse(problem: string): VariationsReading {
  return { ok: false, problem };
}

function isUsable(text: string): boolean {
  const isSized = text.length >= MIN_LENGTH && text.length <= MAX_LENGTH;
  return isSized && storableTextSchema.safeParse(text).success;
}

/** Notes it down as well. */
function isNew(text: string, known: Set<string>): boolean {
  const form = normalize(text);
  if (known.has(form)) return false;
  known.add(form);
  return true;
}

function normalize(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ");
}
