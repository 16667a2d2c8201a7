import type { Metadata } from "next";
import { cookies } from "next/headers";
import { DeskEntry } from "../../../features/review/components/desk-entry";
import { PANES_COOKIE, readPaneSizes } from "../../../features/review/desk/pane-sizes";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { user } = await requirePageActor("sample.review");
  const { sample } = await searchParams;
  const sampleId = /^[1-9][0-9]{0,8}$/.test(String(sample)) ? Number(sample) : null;
  const jar = await cookies();
  // Another address is another desk: it starts with the claim that the address asks for.
  return (
    <DeskEntry
      key={sampleId ?? "next"}
      user={{ id: user.id, role: user.role }}
      sampleId={sampleId}
      panes={readPaneSizes(jar.get(PANES_COOKIE)?.value)}
    />
  );
}
