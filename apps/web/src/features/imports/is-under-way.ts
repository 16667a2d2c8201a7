import type { Import } from "@foundry/core/imports/import.schema";

export function isUnderWay({ state }: Pick<Import, "state">): boolean {
  return state === "waiting" || state === "running";
}
