"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { DeskContent } from "../desk/desk-state";
import type { DeskView } from "../desk/use-desk-view";
import { useStable } from "../desk/use-stable";
import classes from "./left-pane.module.css";
import { Pane } from "./pane";
import { PaneSwitch } from "./pane-switch";
import { PromptView } from "./prompt-view";

const EvidencePanel = dynamic(
  () => import("../evidence/evidence-panel").then((module) => module.EvidencePanel),
  { ssr: false },
);

/** What the IR is measured by: the prompt with its literals, and what running Python shows. */
export function LeftPane({ view, content }: { view: DeskView; content: DeskContent }) {
  const { leased } = content.sample;
  const { literals, left } = view;
  const on = useStable({
    visit: literals.visitNext,
    goTo: literals.goTo,
    showPath: view.showPath,
  });
  const [openedFor, setOpenedFor] = useState<number | null>(null);
  // Once opened it stays, unseen, so that a run goes on while the prompt is read.
  if (left.shown === "evidence" && openedFor !== leased.sampleId) setOpenedFor(leased.sampleId);
  return (
    <Pane
      title={`Prompt of sample ${leased.sampleId}`}
      isFlush
      aside={
        <PaneSwitch
          label="View of the prompt"
          views={[
            { id: "prompt", label: "Prompt", keys: "P" },
            { id: "evidence", label: "Evidence", keys: "V" },
          ]}
          current={left.shown}
          onChange={left.show}
        />
      }
    >
      <div className={`${classes.view} ${classes.prompt}`} hidden={left.shown !== "prompt"}>
        <PromptView
          prompt={leased.prompt}
          ledger={literals.ledger}
          pointed={literals.pointed}
          onPoint={literals.point}
          onVisit={on.visit}
          onGoTo={on.goTo}
        />
      </div>
      {openedFor === leased.sampleId && (
        <div
          className={`${classes.view} ${classes.evidence}`}
          hidden={left.shown !== "evidence"}
          data-own-keys
        >
          <EvidencePanel
            key={leased.sampleId}
            sampleId={leased.sampleId}
            prompt={leased.prompt.text}
            irText={content.work.text}
            runSignal={left.runSignal}
            onShowPath={on.showPath}
          />
        </div>
      )}
    </Pane>
  );
}
