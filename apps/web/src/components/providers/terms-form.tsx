"use client";

import { Button, Checkbox } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useState } from "react";
import { describeError } from "../api/describe-error";
import { Notice } from "../notice";
import classes from "./terms-form.module.css";
import { useAcknowledgeTerms } from "./use-acknowledge-terms";

/** Asks once, before the first run, whether the provider's terms on training with outputs were read. */
export function TermsForm({ termsUrl }: { termsUrl: string }) {
  const acknowledge = useAcknowledgeTerms();
  const [hasRead, setHasRead] = useState(false);
  return (
    <div className={classes.form}>
      <p>
        A provider may limit what its replies may be used for, training another model above all.
        What your organisation may do is in{" "}
        <a href={termsUrl} target="_blank" rel="noreferrer">
          the terms of Anthropic <IconExternalLink size={12} aria-hidden />
        </a>
        . It is asked once; your name and the time are kept.
      </p>
      <Checkbox
        label="I have read the terms and may use the replies for this corpus"
        checked={hasRead}
        onChange={(event) => setHasRead(event.currentTarget.checked)}
      />
      {acknowledge.isError && (
        <Notice tone="rejected">{describeError(acknowledge.error).detail}</Notice>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={!hasRead}
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate()}
      >
        Acknowledge the terms
      </Button>
    </div>
  );
}
