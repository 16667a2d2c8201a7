"use client";

import { ActionIcon, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./copy-text.module.css";

/** Text in the mono font with a button that copies it; `label` names it for screen readers. */
export function CopyText({
  value,
  label,
  isBlock = false,
}: {
  value: string;
  label: string;
  isBlock?: boolean;
}) {
  return (
    <span className={classes.line} data-block={isBlock || undefined}>
      <code>{value}</code>
      <CopyButton value={value} timeout={1_500}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? "Copied" : "Copy"}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={isBlock ? "md" : "sm"}
              aria-label={copied ? "Copied" : `Copy ${label}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
