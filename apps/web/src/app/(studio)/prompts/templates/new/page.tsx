import type { Metadata } from "next";
import { NewTemplateScreen } from "../../../../../features/prompts/components/new-template-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "New template" };

export default async function NewTemplatePage() {
  await requirePageActor("prompts.manage");
  return <NewTemplateScreen />;
}
