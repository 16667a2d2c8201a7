"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo } from "react";
import { type PromptFilters, readFilters, writeFilters } from "./prompt-filters";
import { rememberedFilters } from "./remembered-filters";

/** The filters live in the address, so that a view can be linked and the back button works. */
export function usePromptFilters(): [PromptFilters, (changes: Partial<PromptFilters>) => void] {
  const query = useSearchParams().toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);

  useEffect(() => {
    const remembered = rememberedFilters.read();
    if (window.location.search === "" && remembered !== "") replaceQuery(remembered);
    // Once on arrival: later an empty address means that the filters were cleared.
  }, []);

  const change = useCallback(
    (changes: Partial<PromptFilters>) => {
      const next = writeFilters({ ...filters, ...changes });
      rememberedFilters.write(next);
      replaceQuery(next);
    },
    [filters],
  );
  return [filters, change];
}

/** Next's own router follows, and no request is made for the page. */
function replaceQuery(query: string): void {
  window.history.replaceState(null, "", `${window.location.pathname}${query}`);
}
