import { ExportScreen } from "../../../features/exports/components/export-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata = { title: "Export" };

export default async function ExportPage() {
  await requirePageActor("corpus.export");
  return <ExportScreen />;
}
