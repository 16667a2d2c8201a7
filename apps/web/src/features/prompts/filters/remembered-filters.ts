const KEY = "foundry.prompts.filters";

/** The filters of the last visit, as a query; for coming back without an address. */
export const rememberedFilters = {
  read(): string {
    try {
      return sessionStorage.getItem(KEY) ?? "";
    } catch {
      // Storage is forbidden here, so nothing was remembered.
      return "";
    }
  },
  write(query: string): void {
    try {
      sessionStorage.setItem(KEY, query);
    } catch {
      // Storage is forbidden or full: the address still holds the filters.
    }
  },
};
