import type { Metadata } from "next";
import { DatasetsScreen } from "../../../features/datasets/components/datasets-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Datasets" };

export default async function DatasetsPage() {
  await requirePageActor("dataset.manage");
  return <DatasetsScreen />;
}
