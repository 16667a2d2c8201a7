import type { Metadata } from "next";
import { EvaluationScreen } from "../../../../features/evaluation/components/evaluation-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Evaluation" };

export default async function EvaluationPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("training.manage");
  const { id } = await params;
  return <EvaluationScreen id={id} />;
}
