import type { ReactNode } from "react";
import { EntryPage } from "./entry-page";
import { LinkButton } from "./link-button";

/** A page that only says something, with a way back to the overview. */
export function StandingMessage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EntryPage title={title} intro={children}>
      <LinkButton href="/" variant="default" fullWidth>
        Go to the overview
      </LinkButton>
    </EntryPage>
  );
}
