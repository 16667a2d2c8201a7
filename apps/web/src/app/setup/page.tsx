import { needsFirstAdmin } from "@foundry/core/people/needs-first-admin";
import { redirect } from "next/navigation";
import { SetupScreen } from "../../features/setup/setup-screen";
import { getClients } from "../../server/clients";

export const metadata = { title: "Create the admin" };

export default async function SetupPage() {
  if (!(await needsFirstAdmin(getClients().db))) redirect("/");
  return <SetupScreen />;
}
