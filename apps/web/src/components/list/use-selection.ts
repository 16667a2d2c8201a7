"use client";

import { useCallback, useMemo, useState } from "react";

/** Ids that are selected; those that are no longer in sight do not count. */
export function useSelection<Id extends number | string>(shownIds: readonly Id[]) {
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const ids = useMemo(() => new Set(shownIds.filter((id) => chosen.has(id))), [shownIds, chosen]);
  const select = useCallback((id: Id, isSelected: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      if (isSelected) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  const selectAll = useCallback((all: readonly Id[]) => setChosen(new Set(all)), []);
  return { ids, select, selectAll };
}
