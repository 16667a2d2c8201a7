import type { Metadata } from "next";
import { TemplatesScreen } from "../../../../features/prompts/components/templates-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const { user } = await requirePageActor("corpus.read");
  return <TemplatesScreen role={user.role} />;
}
