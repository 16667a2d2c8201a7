"use client";

import { DeskBanner } from "./desk-banner";
import { DeskButton } from "./desk-button";

/** The unfinished work was begun on another version of the IR: the reviewer says which text to go on with. */
export function NoticeBanner({
  version,
  onKeep,
  onDiscard,
}: {
  version: number;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  return (
    <DeskBanner
      title="Your draft belongs to another version of this IR"
      tone="warning"
      actions={
        <>
          <DeskButton onClick={onDiscard}>{`Use version ${version}`}</DeskButton>
          <DeskButton tone="filled" onClick={onKeep}>
            Keep my text
          </DeskButton>
        </>
      }
    >
      {`Changes compares it with version ${version}.`}
    </DeskBanner>
  );
}
