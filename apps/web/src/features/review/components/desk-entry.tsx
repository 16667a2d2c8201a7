"use client";

import { lazy, Suspense } from "react";
import type { DeskProps } from "./desk";
import classes from "./desk-entry.module.css";
import { DeskSkeleton } from "./desk-skeleton";

const loadDesk = () => import("./desk");
const Desk = lazy(() => loadDesk().then((module) => ({ default: module.Desk })));
// Fetched while the frame around it wakes up, and not after.
if (typeof window !== "undefined") void loadDesk();

/** The place of the desk, there at once; its code comes beside the frame's and not before it. */
export function DeskEntry(props: DeskProps) {
  return (
    <div className={classes.place} data-fills-viewport>
      <h1 className={classes.title}>Review</h1>
      <Suspense
        fallback={
          <>
            <DeskSkeleton panes={props.panes} />
            <div className={classes.foot} />
          </>
        }
      >
        <Desk {...props} />
      </Suspense>
    </div>
  );
}
