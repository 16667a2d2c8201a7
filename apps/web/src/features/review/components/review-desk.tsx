"use client";

import type { ErrorType } from "@foundry/core/checks/error-types";
import type { QueueSummary, SkipReason } from "@foundry/core/reviews/review.schema";
import dynamic from "next/dynamic";
import { type RefObject, useRef } from "react";
import type { JsonEditorHandle } from "../../../components/monaco/json-editor";
import type { DeskContent, DeskPhase } from "../desk/desk-state";
import type { PaneSizes } from "../desk/pane-sizes";
import type { Desk } from "../desk/use-desk";
import { type DeskView, useDeskView } from "../desk/use-desk-view";
import { useStable } from "../desk/use-stable";
import { ConflictBanner } from "./conflict-banner";
import { DeskMessage } from "./desk-message";
import { DeskPanes } from "./desk-panes";
import { IrPane } from "./ir-pane";
import { NoticeBanner } from "./notice-banner";
import { LeftPane } from "./left-pane";
import classes from "./review-desk.module.css";
import { SidePane } from "./side-pane";
import { VerdictBar } from "./verdict-bar";

const KeySheet = dynamic(() => import("./key-sheet").then((module) => module.KeySheet), {
  ssr: false,
});

/** A sample with everything that is needed to decide it. */
export function ReviewDesk({
  desk,
  content,
  panes,
}: {
  desk: Desk;
  content: DeskContent;
  panes: PaneSizes;
}) {
  const root = useRef<HTMLDivElement>(null);
  const editor = useRef<JsonEditorHandle>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const view = useDeskView(desk, content, { root, editor, note });
  return (
    <div className={classes.desk} ref={root} tabIndex={-1}>
      <Banner desk={desk} view={view} content={content} editor={editor} />
      <Panes desk={desk} view={view} content={content} panes={panes} editor={editor} note={note} />
      <Foot desk={desk} view={view} content={content} editor={editor} />
      {view.isKeySheetOpen && <KeySheet isOpen onClose={view.closeKeySheet} />}
    </div>
  );
}

interface PartProps {
  desk: Desk;
  view: DeskView;
  content: DeskContent;
}

type EditorRef = RefObject<JsonEditorHandle | null>;

function Banner({
  desk: { state, dispatch },
  view,
  content,
  editor,
}: PartProps & { editor: EditorRef }) {
  const { phase } = state;
  const { sampleId, ir } = content.sample.leased;
  if (phase.kind === "conflict") {
    return (
      <ConflictBanner
        sampleId={sampleId}
        problem={phase.problem}
        onAsk={(request) => dispatch({ type: "sample_asked", request })}
      />
    );
  }
  if (phase.kind !== "reviewing" || phase.notice !== "other_version") return null;
  return (
    <NoticeBanner
      version={ir.version}
      onKeep={() => dispatch({ type: "notice_dismissed" })}
      onDiscard={() => {
        view.showChanges(false);
        editor.current?.changeText(content.sample.baseText);
        dispatch({ type: "started_over" });
      }}
    />
  );
}

interface PanesProps extends PartProps {
  panes: PaneSizes;
  editor: EditorRef;
  note: RefObject<HTMLTextAreaElement | null>;
}

function Panes({
  desk: { state, dispatch, draftStatus },
  view,
  content,
  panes,
  editor,
  note,
}: PanesProps) {
  const { sample, work } = content;
  const isReadOnly = !isWritable(state.phase);
  const on = useStable({
    edit: (text: string) => dispatch({ type: "text_edited", text }),
    leave: view.leave,
    point: view.literals.pointAt,
    takeCandidate: view.takeCandidate,
    showChanges: view.showChanges,
    showCandidates: view.showCandidates,
    revert: () => {
      view.showChanges(false);
      editor.current?.changeText(sample.baseText);
    },
    select: view.findings.select,
    fix: view.findings.fix,
    dismiss: view.findings.dismiss,
    restore: view.findings.restore,
    toggleCheck: (index: number) => dispatch({ type: "check_toggled", index }),
    writeNote: (written: string) => dispatch({ type: "note_written", note: written }),
  });
  return (
    <DeskPanes
      initialSizes={panes}
      isBusy={state.phase.kind === "claiming"}
      prompt={<LeftPane view={view} content={content} />}
      ir={
        <IrPane
          sample={sample}
          text={work.text}
          isChanged={view.reading.isChanged}
          showsChanges={view.showsChanges}
          isReadOnly={isReadOnly}
          draftStatus={draftStatus}
          marks={view.reading.marks}
          highlights={view.literals.highlights}
          schema={view.editorSchema}
          editor={editor}
          onEdit={on.edit}
          onLeave={on.leave}
          onFix={on.fix}
          onPoint={on.point}
          onRevert={on.revert}
          onShowChanges={on.showChanges}
          candidates={view.candidates.candidates}
          showsCandidates={view.candidates.isShown}
          onShowCandidates={on.showCandidates}
          onTakeCandidate={on.takeCandidate}
        />
      }
      side={
        <SidePane
          findings={view.reading.findings}
          currentId={view.findings.currentId}
          risk={view.reading.reading?.risk ?? sample.leased.risk}
          checklist={work.checklist}
          note={work.note}
          isReadOnly={isReadOnly}
          noteRef={note}
          onRetry={view.retryLoading}
          onSelect={on.select}
          onFix={on.fix}
          onDismiss={on.dismiss}
          onRestore={on.restore}
          onToggleCheck={on.toggleCheck}
          onNote={on.writeNote}
          onLeave={on.leave}
        />
      }
    />
  );
}

/** While a lease is renewed typing goes on; once a verdict is under way the text is decided. */
function isWritable(phase: DeskPhase): boolean {
  return phase.kind === "reviewing" || (phase.kind === "renewing" && phase.verdict === null);
}

function Foot({ desk, view, content, editor }: PartProps & { editor: EditorRef }) {
  const { state, dispatch, isRetrying } = desk;
  const { phase } = state;
  const problem = phase.kind === "reviewing" ? phase.problem : null;
  const summary: QueueSummary | null = state.summary;
  const on = useStable({
    ask: view.ask,
    writeNote: (note: string) => dispatch({ type: "note_written", note }),
    reject: (reasons: ErrorType[]) => view.decide({ verdict: "reject", reasons }),
    skip: (reasons: SkipReason[]) => view.decide({ verdict: "skip", reasons }),
  });
  return (
    <VerdictBar
      sampleId={content.sample.leased.sampleId}
      summary={summary}
      leaseExpiresAt={phase.kind === "conflict" ? null : content.sample.leased.leaseExpiresAt}
      message={
        <DeskMessage
          isRetrying={isRetrying}
          problem={view.obstacle === null ? problem : { detail: view.obstacle }}
          said={state.said}
          isRestored={phase.kind === "reviewing" && phase.notice === "draft_restored"}
          onStartOver={() => {
            editor.current?.changeText(content.sample.baseText);
            dispatch({ type: "started_over" });
          }}
          canUndo={state.given.length > 0}
          onUndo={() => dispatch({ type: "undo_asked" })}
          onUndoEdit={() => editor.current?.undo()}
          onUndoDismissal={view.findings.restoreLast}
        />
      }
      main={view.reading.main}
      note={content.work.note}
      isBusy={phase.kind !== "reviewing"}
      isBlocked={phase.kind === "conflict"}
      flashed={view.flashed}
      asks={view.asks}
      foundReasons={view.foundReasons}
      onAsk={on.ask}
      onNote={on.writeNote}
      onMain={view.decideMain}
      onEdit={view.edit}
      onReject={on.reject}
      onSkip={on.skip}
    />
  );
}
