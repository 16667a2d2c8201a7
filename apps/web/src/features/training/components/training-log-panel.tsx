"use client";

import { Skeleton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { FailedList } from "../../../components/list/failed-list";
import { Panel } from "../../../components/panel";
import type { useTrainingRun } from "../api/use-training-run";
import { describeEvent } from "../describe-event";
import classes from "./training-run-screen.module.css";

const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** What the runner said, the newest last; it stays at the end unless somebody scrolls up. */
export function TrainingLogPanel({ query }: { query: ReturnType<typeof useTrainingRun>["log"] }) {
  const list = useRef<HTMLOListElement>(null);
  const isAtEnd = useRef(true);
  const events = query.data?.events;
  useEffect(() => {
    if (list.current !== null && isAtEnd.current)
      list.current.scrollTop = list.current.scrollHeight;
  }, [events?.length]);
  return (
    <Panel title="Log" isFlush>
      {query.isError && events === undefined ? (
        <FailedList error={query.error} what="the log" onRetry={() => void query.refetch()} />
      ) : events === undefined ? (
        <Skeleton height={120} />
      ) : (
        <ol
          ref={list}
          className={classes.lines}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
          tabIndex={0}
          aria-label="Log of the runner"
          onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
            isAtEnd.current = scrollTop + clientHeight > scrollHeight - 8;
          }}
        >
          {events.length === 0 && <li>Nothing yet.</li>}
          {events.map((event) => {
            const { level, text } = describeEvent(event);
            return (
              <li key={`${event.attempt}.${event.seq}`} data-level={level}>
                <time dateTime={event.at}>{TIME.format(new Date(event.at))}</time>
                <span>{text}</span>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
