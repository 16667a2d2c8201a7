import { checkProvider } from "@foundry/core/generation/providers/check-provider";
import { providerContracts } from "../../../../../server/contracts/provider-contracts";
import { route } from "../../../../../server/route";

export const POST = route(providerContracts.checkAnthropic, ({ db, actor }) =>
  checkProvider(db, actor, "anthropic"),
);
