import type { Metadata } from "next";
import { FewShotsScreen } from "../../../../features/generation/components/few-shots-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Examples" };

export default async function FewShotsPage() {
  await requirePageActor("generation.manage");
  return <FewShotsScreen />;
}
