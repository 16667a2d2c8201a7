"use client";

import { type FindingName, nameFinding } from "@foundry/core/findings/name-finding";
import { type Dispatch, useEffect, useRef } from "react";
import { dismissFinding } from "../api/dismiss-finding";
import { restoreFinding } from "../api/restore-finding";
import { identifyFinding } from "../../../components/checks/identify-finding";
import { describeProblem } from "./describe-problem";
import { DismissalOutbox, type Wish } from "./dismissal-outbox";
import type { DeskEvent, OpenSample } from "./desk-state";

export interface Dismissals {
  dismiss: (sample: OpenSample, finding: FindingName) => void;
  restore: (sample: OpenSample, finding: FindingName) => void;
}

/** Says "not a problem" of findings: on the desk at once, to the studio as soon as it answers. */
export function useDismissals(userId: string, dispatch: Dispatch<DeskEvent>): Dismissals {
  const outbox = useRef<DismissalOutbox | null>(null);
  useEffect(() => {
    const describe = ({ finding, wish }: Wish) => ({
      sampleId: finding.sampleId,
      finding: nameFinding(finding),
      wish,
    });
    const started = new DismissalOutbox(
      userId,
      { dismiss: dismissFinding, restore: restoreFinding },
      {
        onStored: (wish) => dispatch({ type: "dismissal_stored", ...describe(wish), id: wish.id }),
        onRefused: (wish, error) =>
          dispatch({
            type: "dismissal_refused",
            ...describe(wish),
            problem: describeProblem(error),
          }),
      },
    );
    outbox.current = started;
    started.start();
    return () => started.stop();
  }, [userId, dispatch]);

  const want = (sample: OpenSample, finding: FindingName, wish: Wish["wish"]) => {
    const name = nameFinding(finding);
    const { sampleId, ir } = sample.leased;
    const same = identifyFinding(name);
    const known = sample.dismissals.find((other) => other.byMe && identifyFinding(other) === same);
    outbox.current?.want({ sampleId, irId: ir.id, ...name }, known?.id ?? null, wish);
    dispatch({
      type: wish === "dismissed" ? "finding_dismissed" : "finding_restored",
      finding: name,
    });
  };
  return {
    dismiss: (sample, finding) => want(sample, finding, "dismissed"),
    restore: (sample, finding) => want(sample, finding, "restored"),
  };
}
