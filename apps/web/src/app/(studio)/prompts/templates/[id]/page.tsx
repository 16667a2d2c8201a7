import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TemplateScreen } from "../../../../../features/prompts/components/template-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Template" };

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("prompts.manage");
  const { id } = await params;
  if (!/^[A-Za-z0-9_-]{1,100}$/.test(id)) notFound();
  return <TemplateScreen id={id} />;
}
