import { acknowledgeTerms } from "@foundry/core/generation/terms/acknowledge-terms";
import { providerContracts } from "../../../../../server/contracts/provider-contracts";
import { route } from "../../../../../server/route";

export const POST = route(providerContracts.acknowledgeTerms, ({ db, actor }) =>
  acknowledgeTerms(db, actor),
);
