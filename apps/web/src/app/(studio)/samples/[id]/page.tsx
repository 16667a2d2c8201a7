import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SampleScreen } from "../../../../features/samples/components/sample-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: `Sample ${(await params).id}` };
}

export default async function SamplePage({ params }: { params: Params }) {
  await requirePageActor("corpus.read");
  const { id } = await params;
  if (!/^[1-9][0-9]{0,8}$/.test(id)) notFound();
  return <SampleScreen sampleId={Number(id)} />;
}
