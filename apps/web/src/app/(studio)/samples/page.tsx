import type { Metadata } from "next";
import { SamplesScreen } from "../../../features/samples/components/samples-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Samples" };

export default async function SamplesPage() {
  await requirePageActor("corpus.read");
  return <SamplesScreen />;
}
