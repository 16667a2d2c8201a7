import { CHECK_INFOS } from "@foundry/core/checks/check-catalogue";
import type { Metadata } from "next";
import { SamplesScreen } from "../../../features/samples/components/samples-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Samples" };

export default async function SamplesPage() {
  await requirePageActor("corpus.read");
  // Named here, so that the page need not bring the checks themselves to the browser.
  return (
    <SamplesScreen checks={CHECK_INFOS.map(({ id, title }) => ({ value: id, label: title }))} />
  );
}
