import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ItemScreen } from "../../../../../../features/evaluation/components/item-screen";
import { requirePageActor } from "../../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Item of an evaluation" };

export default async function EvaluationItemPage({
  params,
}: {
  params: Promise<{ id: string; position: string }>;
}) {
  await requirePageActor("training.manage");
  const { id, position } = await params;
  if (!/^\d{1,9}$/.test(position)) notFound();
  return <ItemScreen id={id} position={Number(position)} />;
}
