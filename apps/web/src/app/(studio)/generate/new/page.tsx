import type { Metadata } from "next";
import { NewRunScreen } from "../../../../features/generation/components/new-run-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "New run" };

export default async function NewGenerationRunPage() {
  await requirePageActor("generation.manage");
  return <NewRunScreen />;
}
