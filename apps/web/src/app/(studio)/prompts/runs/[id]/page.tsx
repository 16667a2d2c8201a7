import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RunScreen } from "../../../../../features/prompts/components/run-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const { user } = await requirePageActor("corpus.read");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  return <RunScreen runId={id.data} role={user.role} />;
}
