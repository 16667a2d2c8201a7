import type { Metadata } from "next";
import { TrainingRunScreen } from "../../../../features/training/components/training-run-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Training" };

export default async function TrainingRunPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("training.manage");
  const { id } = await params;
  return <TrainingRunScreen id={id} />;
}
