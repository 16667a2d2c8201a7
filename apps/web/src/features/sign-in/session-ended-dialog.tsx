"use client";

import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import classes from "./session-ended-dialog.module.css";
import { SignInForm } from "./sign-in-form";

/** Cannot be closed but by signing in: every click behind it would be refused. */
export function SessionEndedDialog({
  user,
  onResumed,
}: {
  user: { id: string; email: string };
  onResumed: () => void;
}) {
  const queryClient = useQueryClient();
  const resume = (userId: string) => {
    // Another person must not go on in this one's page.
    if (userId !== user.id) {
      window.location.reload();
      return;
    }
    onResumed();
    void queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="sm"
      title="Your session has ended"
    >
      <p className={classes.text}>Sign in to go on. What you have typed on this page is kept.</p>
      <SignInForm email={user.email} onSignedIn={resume} />
    </Modal>
  );
}
