import { InvitationScreen } from "../../../features/invitation/invitation-screen";

export const metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  return <InvitationScreen token={(await params).token} />;
}
