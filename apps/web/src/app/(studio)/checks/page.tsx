import { CHECK_INFOS } from "@foundry/core/checks/check-catalogue";
import type { Metadata } from "next";
import { ChecksScreen } from "../../../features/checks/components/checks-screen";
import { describeCheck } from "../../../features/checks/describe-check";
import { requirePageActor } from "../../../server/require-page-actor";

export const metadata: Metadata = { title: "Checks" };

/** The checks run over their own examples once, and not for each visitor. */
const CHECK_VIEWS = CHECK_INFOS.map(describeCheck);

export default async function ChecksPage() {
  const { user } = await requirePageActor("corpus.read");
  return <ChecksScreen checks={CHECK_VIEWS} role={user.role} />;
}
