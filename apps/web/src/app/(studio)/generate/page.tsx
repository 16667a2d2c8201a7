import type { Metadata } from "next";
import { GenerateScreen } from "../../../features/generation/components/generate-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Generate" };

export default async function GeneratePage() {
  await requirePageActor("generation.manage");
  return <GenerateScreen />;
}
