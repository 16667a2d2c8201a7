"use client";

import { useCallback, useMemo, useState } from "react";

/** Ids that are selected; those that are no longer in sight do not count. */
export function useSelection(shownIds: readonly number[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const ids = useMemo(() => new Set(shownIds.filter((id) => chosen.has(id))), [shownIds, chosen]);
  const select = useCallback((id: number, isSelected: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      if (isSelected) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const selectAll = useCallback((all: number[]) => setChosen(new Set(all)), []);
  return { ids, select, selectAll };
}
