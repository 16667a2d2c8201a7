import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { FewShotScreen } from "../../../../../features/generation/components/few-shot-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Set of examples" };

export default async function FewShotPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("generation.manage");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  return <FewShotScreen setId={id.data} />;
}
