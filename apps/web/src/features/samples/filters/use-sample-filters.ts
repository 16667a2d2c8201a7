"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useMemo } from "react";
import { rememberedFilters } from "./remembered-filters";
import { readFilters, type SampleFilters, writeFilters } from "./sample-filters";

/** The filters live in the address, so that a view can be linked and the back button works. */
export function useSampleFilters(): [SampleFilters, (change: Partial<SampleFilters>) => void] {
  const params = useSearchParams();
  const query = params.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);

  useEffect(() => {
    const remembered = rememberedFilters.read();
    if (window.location.search === "" && remembered !== "") replaceQuery(remembered);
    // Once on arrival: later an empty address means that the filters were cleared.
  }, []);

  const change = useCallback(
    (changes: Partial<SampleFilters>) => {
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
