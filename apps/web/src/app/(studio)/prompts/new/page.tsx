import { randomInt } from "node:crypto";
import type { Metadata } from "next";
import { z } from "zod";
import { NewRunScreen } from "../../../../features/prompts/components/new-run-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata: Metadata = { title: "Generate prompts" };

type Query = Promise<{ from?: string | string[] }>;

export default async function NewRunPage({ searchParams }: { searchParams: Query }) {
  await requirePageActor("prompts.manage");
  const from = z.uuid().safeParse((await searchParams).from).data ?? null;
  return <NewRunScreen seed={String(randomInt(1_000_000))} fromRunId={from} />;
}
