import { OverviewScreen } from "../../features/overview/components/overview-screen";
import { requirePageActor } from "../../server/require-page-actor";

export const metadata = { title: "Overview" };

export default async function OverviewPage() {
  const { actor } = await requirePageActor("corpus.read");
  return <OverviewScreen role={actor.role} />;
}
