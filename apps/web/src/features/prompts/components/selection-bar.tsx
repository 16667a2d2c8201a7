"use client";

import type { PromptRow } from "@foundry/core/prompt-list/prompt.schema";
import { Button } from "@mantine/core";
import { IconArchive, IconArrowBackUp } from "@tabler/icons-react";
import Link from "next/link";
import { countOf } from "../../../components/format/format-count";
import { useArchivePrompts } from "../api/use-archive-prompts";
import { useRestorePrompts } from "../api/use-restore-prompts";
import { canBeArchived } from "../can-be-archived";
import classes from "./selection-bar.module.css";

/** The most that one request takes, and that an address can name. */
const MAX_IDS = 1_000;

/** What can be done with the selected prompts; archiving is taken back from its own toast. */
export function SelectionBar({
  rows,
  isArchived,
  onDone,
}: {
  /** The selected prompts. */
  rows: readonly PromptRow[];
  /** The list shows archived prompts, so the one thing to do is to bring them back. */
  isArchived: boolean;
  onDone: () => void;
}) {
  const archive = useArchivePrompts();
  const restore = useRestorePrompts();
  if (rows.length === 0) return null;
  const free = isArchived ? rows : rows.filter(canBeArchived);
  const run = () =>
    (isArchived ? restore : archive).mutate(
      free.slice(0, MAX_IDS).map(({ id }) => id),
      { onSuccess: onDone },
    );
  return (
    <div className={classes.bar} role="region" aria-label="Selected prompts">
      <span role="status">{`${countOf(rows.length, "prompt")} selected`}</span>
      <Button
        size="xs"
        variant="default"
        leftSection={isArchived ? <IconArrowBackUp size={14} /> : <IconArchive size={14} />}
        disabled={free.length === 0}
        title={
          free.length === rows.length ? undefined : "Prompts with an IR or a benchmark case stay"
        }
        loading={archive.isPending || restore.isPending}
        onClick={run}
      >
        {nameArchiving(isArchived, free.length, rows.length)}
      </Button>
      {!isArchived && <Generation rows={rows.slice(0, MAX_IDS)} />}
      <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
        Clear the selection
      </Button>
    </div>
  );
}

function nameArchiving(isArchived: boolean, freeCount: number, count: number): string {
  if (isArchived) return "Restore";
  return freeCount === count ? "Archive" : `Archive ${freeCount} without an IR`;
}

/** Has a model or the blueprints work on the selected prompts. */
function Generation({ rows }: { rows: readonly PromptRow[] }) {
  const prompts = rows.map(({ id }) => id).join(",");
  // Whoever selects prompts with an IR wants another one for them.
  const again = rows.some(({ sampleCount }) => sampleCount > 0) ? "&with-ir=yes" : "";
  return (
    <>
      <Button
        component={Link}
        size="xs"
        variant="default"
        href={`/generate/new?prompts=${prompts}&purpose=variations`}
      >
        Vary
      </Button>
      <Button component={Link} size="xs" href={`/generate/new?prompts=${prompts}${again}`}>
        Write IRs
      </Button>
    </>
  );
}
