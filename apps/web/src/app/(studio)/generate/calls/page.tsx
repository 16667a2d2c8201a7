import type { Metadata } from "next";
import { CallsScreen } from "../../../../features/generation/components/calls-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Calls" };

export default async function CallsPage() {
  await requirePageActor("generation.manage");
  return <CallsScreen />;
}
