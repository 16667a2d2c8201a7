import type { Metadata } from "next";
import { ProvidersScreen } from "../../../../features/providers/components/providers-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Providers" };

export default async function ProvidersPage() {
  await requirePageActor("generation.manage");
  return <ProvidersScreen />;
}
