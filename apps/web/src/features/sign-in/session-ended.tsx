"use client";

import { Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onSignedOut } from "../../components/api/signed-out";

const SignInForm = dynamic(() => import("./sign-in-form").then((module) => module.SignInForm), {
  ssr: false,
});

/** Asks for the password over the page when the session ends, so that nothing typed there is lost. */
export function SessionEnded({ user }: { user: { id: string; email: string } }) {
  const [hasEnded, setHasEnded] = useState(false);
  const queryClient = useQueryClient();
  useEffect(() => onSignedOut(() => setHasEnded(true)), []);
  const resume = (userId: string) => {
    // Another person must not go on in this one's page.
    if (userId !== user.id) {
      window.location.reload();
      return;
    }
    setHasEnded(false);
    void queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened={hasEnded}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      size="sm"
      title="Your session has ended"
    >
      <p style={{ margin: "0 0 16px", color: "var(--mantine-color-dimmed)" }}>
        Sign in to go on. What you have typed on this page is kept.
      </p>
      {hasEnded && <SignInForm email={user.email} onSignedIn={resume} />}
    </Modal>
  );
}
