"use client";

import { IconRefresh } from "@tabler/icons-react";
import { CopyText } from "./copy-text";
import { MessagePage } from "./frame/message-page";
import classes from "./plain-button.module.css";

/** The mark that the server's log has for this failure; errors of the browser itself have none. */
function readDigest(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}

/** Says that a page could not be shown, without its stack, and offers to load it again. */
export function PageFailure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = readDigest(error);
  return (
    <MessagePage
      title="This page could not be shown"
      action={
        <button type="button" className={classes.button} onClick={retry}>
          <IconRefresh size={16} aria-hidden />
          Try again
        </button>
      }
    >
      Nothing that was saved is lost. If trying again does not help, give your admin{" "}
      {digest === null ? (
        "the address of this page."
      ) : (
        <>
          this mark of the failure: <CopyText value={digest} label="mark of the failure" />
        </>
      )}
    </MessagePage>
  );
}
