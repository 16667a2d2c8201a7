import { TeamScreen } from "../../../features/people/components/team-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata = { title: "Team" };

export default async function TeamPage() {
  const { actor } = await requirePageActor("people.read");
  return <TeamScreen selfId={actor.userId} />;
}
