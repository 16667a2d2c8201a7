import { CHECKS_VERSION } from "../checks/check-catalogue.ts";
import { sha256Hex } from "../database/sha256.ts";

/** `CHECKS_VERSION`, short enough to stand beside every IR. */
export const STORED_CHECKS_VERSION = sha256Hex(CHECKS_VERSION).slice(0, 16);
