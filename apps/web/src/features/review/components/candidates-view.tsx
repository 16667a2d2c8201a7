"use client";

import type { Candidate } from "@foundry/core/generation/candidate.schema";
import { IconPencil } from "@tabler/icons-react";
import { memo, useCallback, useDeferredValue } from "react";
import { CandidateCompare } from "../../../components/candidates/candidate-compare";
import { hasSameContent } from "../../../components/json/has-same-content";
import { layOutJson } from "../../../components/json/lay-out-json";
import { DeskButton } from "./desk-button";
import classes from "./ir-pane.module.css";

/** The replies of the model for this prompt, compared with the text as it stands. */
export const CandidatesView = memo(function CandidatesView({
  candidates,
  text,
  isReadOnly,
  onUse,
}: {
  candidates: readonly Candidate[];
  text: string;
  isReadOnly: boolean;
  onUse: (candidate: Candidate) => void;
}) {
  const current = useDeferredValue(text);
  const act = useCallback(
    (candidate: Candidate) =>
      !isReadOnly &&
      !hasSameContent(candidate.raw, current) && (
        <DeskButton
          title="Put this text into the editor; the editor's undo takes it back"
          onClick={() => onUse(candidate)}
        >
          <IconPencil size={14} aria-hidden />
          Use this text
        </DeskButton>
      ),
    [current, isReadOnly, onUse],
  );
  return (
    <div className={classes.changes}>
      <CandidateCompare
        candidates={candidates}
        baseText={layOutJson(current)}
        baseName="the text in the editor"
        action={act}
      />
    </div>
  );
});
