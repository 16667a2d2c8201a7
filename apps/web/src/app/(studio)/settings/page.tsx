import { readEnv } from "../../../env";
import { SettingsScreen } from "../../../features/tokens/components/settings-screen";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { user } = await requirePageActor("token.manage_own");
  return <SettingsScreen origin={readEnv().origin} role={user.role} />;
}
