"use client";

import type { ChangedPrompts } from "@foundry/core/prompt-list/prompt.schema";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp } from "@tabler/icons-react";
import { countOf } from "../../../components/format/format-count";
import classes from "./archived-toast.module.css";

const SHOWN_MS = 12_000;

/** Says what was archived and what stayed, with the way back. */
export function showArchivedToast({ ids, keptIds }: ChangedPrompts, onUndo: () => void): void {
  const toast = notifications.show({
    autoClose: SHOWN_MS,
    title: `${countOf(ids.length, "prompt")} archived`,
    message: (
      <div className={classes.toast}>
        {keptIds.length > 0 && (
          <span>
            {`${countOf(keptIds.length, "prompt")} with an IR or a benchmark case stayed.`}
          </span>
        )}
        {ids.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowBackUp size={14} />}
            onClick={() => {
              notifications.hide(toast);
              onUndo();
            }}
          >
            Undo
          </Button>
        )}
      </div>
    ),
  });
}
