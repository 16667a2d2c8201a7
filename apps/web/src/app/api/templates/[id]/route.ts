import { changeOwnTemplate } from "@foundry/core/prompt-templates/change-own-template";
import { deleteOwnTemplate } from "@foundry/core/prompt-templates/delete-own-template";
import { getOwnTemplate } from "@foundry/core/prompt-templates/get-own-template";
import { templateContracts } from "../../../../server/contracts/template-contracts";
import { route } from "../../../../server/route";

export const GET = route(templateContracts.getTemplate, ({ db, actor, params }) =>
  getOwnTemplate(db, actor, params.id),
);

export const PUT = route(templateContracts.changeTemplate, ({ db, actor, params, body }) =>
  changeOwnTemplate(db, actor, params.id, body),
);

export const DELETE = route(templateContracts.deleteTemplate, ({ db, actor, params }) =>
  deleteOwnTemplate(db, actor, params.id),
);
