import { sha256Hex } from "../database/sha256.ts";

/**
 * What stands in front of every prompt, in training and when the model is asked. An adapter answers
 * well only to the words that it was trained with: a change here means new training, so raise the
 * version with it.
 */
export const SYSTEM_PROMPT =
  "You turn the description of a Python function into its IR. Answer with one JSON object on one line and nothing else: intent, signature, effects, assertions and, where they apply, constraints. Copy every exact value of the description with the marker LITERAL. Say how the quirks of Python that matter are handled. Say what every path returns. Write assertions as Python expressions over the parameters and result, edge cases included.";

export const SYSTEM_PROMPT_VERSION = 1;

/** Of the UTF-8 bytes of the text, lower-case hex; an adapter records it and serving compares it. */
export const SYSTEM_PROMPT_SHA256 = sha256Hex(SYSTEM_PROMPT);
