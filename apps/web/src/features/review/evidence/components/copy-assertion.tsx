"use client";

import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { copyToClipboard } from "../../../../components/copy-to-clipboard";
import { DeskButton } from "../../components/desk-button";
import { CodeText } from "./code-text";
import classes from "./copy-assertion.module.css";

/** A predicate that is missing in the IR, ready to be put there. */
export function CopyAssertion({ text }: { text: string }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className={classes.offer}>
      <CodeText>{text}</CodeText>
      <DeskButton
        tone="quiet"
        title="A predicate that notices it, for the IR's assertions"
        onClick={() => void copyToClipboard(text).then(setIsCopied)}
      >
        {isCopied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        {isCopied ? "Copied" : "Copy an assertion"}
      </DeskButton>
    </div>
  );
}
