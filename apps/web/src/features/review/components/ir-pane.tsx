"use client";

import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { IconArrowBackUp } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { memo, type RefObject, useDeferredValue } from "react";
import type { TextRange } from "../../../components/json/index-json-text";
import { layOutJson } from "../../../components/json/lay-out-json";
import type { EditorMark } from "../../../components/monaco/editor-marks";
import { JsonEditor, type JsonEditorHandle } from "../../../components/monaco/json-editor";
import { LineDiff } from "../../../components/text/line-diff";
import type { OpenSample } from "../desk/desk-state";
import type { DraftStatus } from "../desk/draft-keeper";
import { DeskButton } from "./desk-button";
import { DraftSign } from "./draft-sign";
import classes from "./ir-pane.module.css";
import { Pane } from "./pane";
import { PaneSwitch, type PaneView } from "./pane-switch";

const CandidatesView = dynamic(
  () => import("./candidates-view").then((module) => module.CandidatesView),
  { ssr: false },
);

export interface IrPaneProps {
  sample: OpenSample;
  text: string;
  isChanged: boolean;
  showsChanges: boolean;
  /** Empty where there is nothing to compare. */
  candidates: readonly Candidate[];
  showsCandidates: boolean;
  isReadOnly: boolean;
  draftStatus: DraftStatus;
  marks: readonly EditorMark[];
  highlights: readonly TextRange[];
  schema: object | null;
  editor: RefObject<JsonEditorHandle | null>;
  onEdit: (text: string) => void;
  onLeave: () => void;
  onFix: (findingId: string) => void;
  onPoint: (offset: number | null) => void;
  onRevert: () => void;
  onShowChanges: (shows: boolean) => void;
  onShowCandidates: (shows: boolean) => void;
  onTakeCandidate: (candidate: Candidate) => void;
}

/** The IR, always ready to be edited, and what the reviewer has changed in it. */
export const IrPane = memo(function IrPane(props: IrPaneProps) {
  const { sample, isChanged, showsChanges, showsCandidates } = props;
  const show = (view: View) => {
    if (view === "candidates") props.onShowCandidates(true);
    else props.onShowChanges(view === "changes");
  };
  return (
    <Pane
      title={`IR, version ${sample.leased.ir.version}`}
      isFlush
      aside={
        <>
          <DraftSign status={props.draftStatus} />
          {isChanged && !props.isReadOnly && (
            <DeskButton
              tone="quiet"
              title="Take back all changes to the IR"
              onClick={props.onRevert}
            >
              <IconArrowBackUp size={14} aria-hidden />
              Revert
            </DeskButton>
          )}
          <PaneSwitch
            label="View of the IR"
            views={listViews(isChanged, props.candidates.length > 1)}
            current={showsCandidates ? "candidates" : showsChanges ? "changes" : "json"}
            onChange={show}
          />
        </>
      }
    >
      {showsChanges && <Changes baseText={sample.baseText} text={props.text} />}
      {showsCandidates && (
        <CandidatesView
          candidates={props.candidates}
          text={props.text}
          isReadOnly={props.isReadOnly}
          onUse={props.onTakeCandidate}
        />
      )}
      <div className={classes.editor} hidden={showsChanges || showsCandidates}>
        <JsonEditor
          handle={props.editor}
          documentKey={sample.opening}
          text={props.text}
          label={`IR of sample ${sample.leased.sampleId}`}
          schema={props.schema}
          marks={props.marks}
          highlights={props.highlights}
          isReadOnly={props.isReadOnly}
          onEdit={props.onEdit}
          onLeave={props.onLeave}
          onFix={props.onFix}
          onPoint={props.onPoint}
        />
      </div>
    </Pane>
  );
});

type View = "json" | "changes" | "candidates";

function listViews(isChanged: boolean, hasCandidates: boolean): PaneView<View>[] {
  const views: PaneView<View>[] = [
    { id: "json", label: "JSON" },
    { id: "changes", label: "Changes", keys: "D", isDisabled: !isChanged },
  ];
  if (hasCandidates) views.push({ id: "candidates", label: "Candidates", keys: "O" });
  return views;
}

function Changes({ baseText, text }: { baseText: string; text: string }) {
  const after = useDeferredValue(text);
  return (
    <div className={classes.changes}>
      <LineDiff before={baseText} after={layOutJson(after)} label="Your changes to the IR" />
    </div>
  );
}
