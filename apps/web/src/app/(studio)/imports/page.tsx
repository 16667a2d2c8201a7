import { ImportsScreen } from "../../../features/imports/components/imports-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata = { title: "Import" };

export default async function ImportsPage() {
  await requirePageActor("corpus.import");
  return <ImportsScreen />;
}
