"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type PromptFilters, readFilters, writeFilters } from "./prompt-filters";

/** The filters live in the address, so that a view can be linked and the back button works. */
export function usePromptFilters(): [PromptFilters, (changes: Partial<PromptFilters>) => void] {
  const query = useSearchParams().toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);
  const change = useCallback(
    (changes: Partial<PromptFilters>) => {
      const next = writeFilters({ ...filters, ...changes });
      // Next's own router follows, and no request is made for the page.
      window.history.replaceState(null, "", `${window.location.pathname}${next}`);
    },
    [filters],
  );
  return [filters, change];
}
