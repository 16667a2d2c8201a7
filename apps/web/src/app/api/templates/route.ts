import { createOwnTemplate } from "@foundry/core/prompt-templates/create-own-template";
import { listTemplates } from "@foundry/core/prompt-templates/list-templates";
import { templateContracts } from "../../../server/contracts/template-contracts";
import { route } from "../../../server/route";

export const GET = route(templateContracts.listTemplates, ({ db, actor }) =>
  listTemplates(db, actor),
);

export const POST = route(templateContracts.createTemplate, ({ db, actor, body }) =>
  createOwnTemplate(db, actor, body),
);
