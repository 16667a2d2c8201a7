import type { Metadata } from "next";
import { NewTrainingScreen } from "../../../../features/training/components/new-training-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "New training" };

export default async function NewTrainingPage({
  searchParams,
}: {
  searchParams: Promise<{ dataset?: string | string[]; from?: string | string[] }>;
}) {
  await requirePageActor("training.manage");
  const { dataset, from } = await searchParams;
  return <NewTrainingScreen datasetId={readOne(dataset)} fromRunId={readOne(from)} />;
}

function readOne(value: string | string[] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
