"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";

/** What the address says after its question mark, and how to change parts of it; null takes a part away. */
export function useAddressQuery(): [
  query: URLSearchParams,
  change: (changes: Record<string, string | null>) => void,
] {
  const text = useSearchParams().toString();
  const query = useMemo(() => new URLSearchParams(text), [text]);
  const change = useCallback((changes: Record<string, string | null>) => {
    // Of the window and not of the last rendering: two changes may come in one turn.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === "") next.delete(name);
      else next.set(name, value);
    }
    const written = next.toString();
    const path = window.location.pathname;
    // Next's own router follows, and no request is made for the page.
    window.history.replaceState(null, "", written === "" ? path : `${path}?${written}`);
  }, []);
  return [query, change];
}
