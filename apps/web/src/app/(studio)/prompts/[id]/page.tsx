import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PromptScreen } from "../../../../features/prompts/components/prompt-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: `Prompt ${(await params).id}` };
}

export default async function PromptPage({ params }: { params: Params }) {
  const { user } = await requirePageActor("corpus.read");
  const { id } = await params;
  if (!/^[1-9][0-9]{0,8}$/.test(id)) notFound();
  return <PromptScreen promptId={Number(id)} role={user.role} />;
}
