"use client";

import { Button } from "@mantine/core";
import { IconArchive, IconArrowBackUp } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import { useArchivePrompts } from "../api/use-archive-prompts";
import { useRestorePrompts } from "../api/use-restore-prompts";
import classes from "./selection-bar.module.css";

/** The most that one request takes. */
const MAX_IDS = 1_000;

/** What can be done with the selected prompts; archiving is taken back from its own toast. */
export function SelectionBar({
  ids,
  isArchived,
  onDone,
}: {
  ids: ReadonlySet<number>;
  /** The list shows archived prompts, so the one thing to do is to bring them back. */
  isArchived: boolean;
  onDone: () => void;
}) {
  const archive = useArchivePrompts();
  const restore = useRestorePrompts();
  const run = () =>
    (isArchived ? restore : archive).mutate([...ids].slice(0, MAX_IDS), { onSuccess: onDone });
  if (ids.size === 0) return null;
  return (
    <div className={classes.bar} role="region" aria-label="Selected prompts">
      <span role="status">{`${countOf(ids.size, "prompt")} selected`}</span>
      <Button
        size="xs"
        variant="default"
        leftSection={isArchived ? <IconArrowBackUp size={14} /> : <IconArchive size={14} />}
        loading={archive.isPending || restore.isPending}
        onClick={run}
      >
        {isArchived ? "Restore" : "Archive"}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onDone}>
        Clear the selection
      </Button>
    </div>
  );
}
