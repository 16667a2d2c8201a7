import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import { useEffect } from "react";
import type { ItemFilters } from "../item-filters";
import { useEvaluationItems } from "./use-evaluation-items";

interface ItemNeighbours {
  /** Null: there is none, or it is not known yet. */
  previous: number | null;
  next: number | null;
}

/**
 * The items before and after one among those that the filters let through.
 *
 * @param item undefined until the one at this position is there
 */
export function useItemNeighbours(
  id: string,
  position: number,
  item: Pick<EvaluationItem, "previous" | "next"> | undefined,
  filters: ItemFilters,
): ItemNeighbours {
  const isFiltered = filters.selection !== "all";
  const { data, hasNextPage, isFetching, fetchNextPage } = useEvaluationItems(id, filters, {
    isEnabled: isFiltered,
  });
  const positions = data?.pages.flatMap((page) => page.rows.map((row) => row.position)) ?? [];
  const last = positions.at(-1);
  const needsMore =
    isFiltered && hasNextPage && !isFetching && last !== undefined && position >= last;
  useEffect(() => {
    if (needsMore) void fetchNextPage();
  }, [needsMore, fetchNextPage]);
  if (!isFiltered) return { previous: item?.previous ?? null, next: item?.next ?? null };
  return {
    previous: positions.findLast((other) => other < position) ?? null,
    next: positions.find((other) => other > position) ?? null,
  };
}
