import type { Metadata } from "next";
import { DatasetScreen } from "../../../../features/datasets/components/dataset-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Dataset" };

export default async function DatasetPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("dataset.manage");
  const { id } = await params;
  return <DatasetScreen id={id} />;
}
