import type { Metadata } from "next";
import { PromptsScreen } from "../../../features/prompts/components/prompts-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Prompts" };

export default async function PromptsPage() {
  const { user } = await requirePageActor("corpus.read");
  return <PromptsScreen role={user.role} />;
}
