import { studioContracts } from "../../../server/contracts/studio-contracts";
import { createOpenApi } from "../../../server/create-open-api";
import { route } from "../../../server/route";

export const GET = route(studioContracts.getOpenApi, () => Response.json(createOpenApi()));
