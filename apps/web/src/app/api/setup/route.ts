import { createFirstAdmin } from "@foundry/core/people/create-first-admin";
import { needsFirstAdmin } from "@foundry/core/people/needs-first-admin";
import { studioContracts } from "../../../server/contracts/studio-contracts";
import { route } from "../../../server/route";
import { openSession } from "../../../server/open-session";

export const GET = route(studioContracts.getSetup, async ({ db }) => ({
  needsAdmin: await needsFirstAdmin(db),
}));

export const POST = route(studioContracts.createFirstAdmin, async ({ db, body, request }) => {
  await createFirstAdmin(db, body);
  return openSession(request.headers, body, 201);
});
