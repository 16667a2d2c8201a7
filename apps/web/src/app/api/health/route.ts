import { checkHealth } from "../../../server/check-health";
import { studioContracts } from "../../../server/contracts/studio-contracts";
import { route } from "../../../server/route";

export const GET = route(studioContracts.getHealth, async ({ db }) => {
  const health = await checkHealth(db);
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
});
