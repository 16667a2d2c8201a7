import type { Metadata } from "next";
import { z } from "zod";
import { NewFewShotScreen } from "../../../../../features/generation/components/new-few-shot-screen";
import { requirePageActor } from "../../../../../server/require-page-actor";

export const metadata: Metadata = { title: "New set of examples" };

type Query = Promise<{ from?: string | string[] }>;

export default async function NewFewShotPage({ searchParams }: { searchParams: Query }) {
  await requirePageActor("generation.manage");
  const fromId = z.uuid().safeParse((await searchParams).from).data ?? null;
  return <NewFewShotScreen fromId={fromId} />;
}
