import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { RunScreen } from "../../../../../features/generation/components/run-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Run" };

export default async function GenerationRunPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("generation.manage");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  return <RunScreen runId={id.data} />;
}
