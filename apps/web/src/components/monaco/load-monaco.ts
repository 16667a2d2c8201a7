import type * as ConfiguredMonaco from "./configured-monaco";

export type MonacoModule = typeof ConfiguredMonaco;

let loading: Promise<MonacoModule> | undefined;

/** Fetches the editor once, when it is first wanted; a failed download is tried again by the next call. */
export function loadMonaco(): Promise<MonacoModule> {
  loading ??= import("./configured-monaco").catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
