import type { Metadata } from "next";
import { RunsScreen } from "../../../../features/prompts/components/runs-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage() {
  const { user } = await requirePageActor("corpus.read");
  return <RunsScreen role={user.role} />;
}
