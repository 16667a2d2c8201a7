import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readNavigationMemory } from "../../components/frame/navigation-memory";
import { StudioFrame } from "../../components/frame/studio-frame";
import { SessionEnded } from "../../features/sign-in/session-ended";
import { requirePageActor } from "../../server/require-page-actor";

export default async function StudioLayout({ children }: { children: ReactNode }) {
  const { user } = await requirePageActor();
  const jar = await cookies();
  return (
    <StudioFrame user={user} memory={readNavigationMemory((name) => jar.get(name)?.value)}>
      {children}
      <SessionEnded user={user} />
    </StudioFrame>
  );
}
