import type { EvaluationItem } from "@foundry/core/evaluations/evaluation.schema";
import { useEffect } from "react";
import type { ItemFilters } from "../item-filters";
import { useEvaluationItems } from "./use-evaluation-items";

interface ItemNeighbours {
  /** Null: there is none, or it is not known yet. */
  previous: number | null;
  next: number | null;
}

/** The items before and after one among those that the filters let through. */
export function useItemNeighbours(
  id: string,
  item: Pick<EvaluationItem, "position" | "previous" | "next"> | undefined,
  filters: ItemFilters,
): ItemNeighbours {
  const isFiltered = filters.selection !== "all";
  const { data, hasNextPage, isFetching, fetchNextPage } = useEvaluationItems(id, filters, {
    isEnabled: isFiltered,
  });
  const positions = data?.pages.flatMap((page) => page.rows.map(({ position }) => position)) ?? [];
  const last = positions.at(-1);
  const position = item?.position;
  const needsMore =
    isFiltered && hasNextPage && !isFetching && last !== undefined && (position ?? 0) >= last;
  useEffect(() => {
    if (needsMore) void fetchNextPage();
  }, [needsMore, fetchNextPage]);
  if (item === undefined) return { previous: null, next: null };
  if (!isFiltered) return { previous: item.previous, next: item.next };
  return {
    previous: positions.findLast((other) => other < item.position) ?? null,
    next: positions.find((other) => other > item.position) ?? null,
  };
}
