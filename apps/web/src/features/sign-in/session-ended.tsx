"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onSignedOut } from "../../components/api/signed-out";

const SessionEndedDialog = dynamic(
  () => import("./session-ended-dialog").then((module) => module.SessionEndedDialog),
  { ssr: false },
);

/** Asks for the password over the page when the session ends, so that nothing typed there is lost. */
export function SessionEnded({ user }: { user: { id: string; email: string } }) {
  const [hasEnded, setHasEnded] = useState(false);
  useEffect(() => onSignedOut(() => setHasEnded(true)), []);
  if (!hasEnded) return null;
  return <SessionEndedDialog user={user} onResumed={() => setHasEnded(false)} />;
}
