import type { Metadata } from "next";
import { TrainingScreen } from "../../../features/training/components/training-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Training" };

export default async function TrainingPage() {
  await requirePageActor("training.manage");
  return <TrainingScreen />;
}
