"use client";

import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { copyToClipboard } from "./copy-to-clipboard";
import classes from "./copy-text.module.css";

const SHOWN_MS = 1_500;

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
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => setIsCopied(await copyToClipboard(value));
  const name = isCopied ? "Copied" : `Copy ${label}`;
  return (
    <span className={classes.line} data-block={isBlock || undefined}>
      <code>{value}</code>
      <button
        type="button"
        className={classes.copy}
        aria-label={name}
        title={name}
        onClick={() => void copy()}
      >
        {isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </button>
    </span>
  );
}
