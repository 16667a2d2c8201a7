import type { Metadata } from "next";
import { DuplicatesScreen } from "../../../../features/prompts/components/duplicates-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Near duplicates" };

export default async function DuplicatesPage() {
  const { user } = await requirePageActor("corpus.read");
  return <DuplicatesScreen role={user.role} />;
}
