import { authContracts } from "../../../server/contracts/auth-contracts";
import { readProfile } from "../../../server/read-profile";
import { route } from "../../../server/route";

export const GET = route(authContracts.getMe, ({ db, actor }) => readProfile(db, actor));
