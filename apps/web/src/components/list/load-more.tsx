"use client";

import { Button } from "@mantine/core";
import classes from "./load-more.module.css";

/** The foot of a list: how many are shown, and the next page by key. */
export function LoadMore({
  shown,
  hasMore,
  isLoading,
  onLoad,
}: {
  /** For example "50 samples shown". */
  shown: string;
  hasMore: boolean;
  isLoading: boolean;
  onLoad: () => void;
}) {
  return (
    <div className={classes.foot}>
      <span>{shown}</span>
      {hasMore && (
        <Button variant="default" size="xs" loading={isLoading} onClick={onLoad}>
          Load more
        </Button>
      )}
    </div>
  );
}
