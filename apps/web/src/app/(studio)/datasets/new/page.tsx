import type { Metadata } from "next";
import { NewDatasetScreen } from "../../../../features/datasets/components/new-dataset-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "New dataset" };

export default async function NewDatasetPage() {
  await requirePageActor("dataset.manage");
  return <NewDatasetScreen />;
}
