import { notFound } from "next/navigation";
import { z } from "zod";
import { ImportScreen } from "../../../../features/imports/components/import-screen";
import { requirePageActor } from "../../../../server/require-page-actor";

export const metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageActor("corpus.import");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  return <ImportScreen importId={id.data} />;
}
