import type { Metadata } from "next";
import { EvaluationsScreen } from "../../../features/evaluation/components/evaluations-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Evaluation" };

export default async function EvaluationsPage() {
  await requirePageActor("training.manage");
  return <EvaluationsScreen />;
}
