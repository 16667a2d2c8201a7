"use client";

import { Button } from "@mantine/core";
import type { Notice } from "../desk/desk-state";
import { DeskBanner } from "./desk-banner";

/** Says that the desk shows unfinished work, and lets the reviewer start over. */
export function NoticeBanner({
  notice,
  version,
  onKeep,
  onDiscard,
}: {
  notice: Notice;
  version: number;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  const isOther = notice === "other_version";
  return (
    <DeskBanner
      title={
        isOther ? "Your draft belongs to another version of this IR" : "Your draft was restored"
      }
      tone={isOther ? "warning" : "plain"}
      actions={
        <>
          <Button size="xs" variant="default" onClick={onDiscard}>
            {isOther ? `Use version ${version}` : "Start over"}
          </Button>
          <Button size="xs" variant={isOther ? "filled" : "default"} onClick={onKeep}>
            {isOther ? "Keep my text" : "Go on"}
          </Button>
        </>
      }
    >
      {isOther ? `Changes compares it with version ${version}.` : "You go on where you stopped."}
    </DeskBanner>
  );
}
