import { previewOwnTemplate } from "@foundry/core/prompts/own-templates/preview-own-template";
import { templateContracts } from "../../../../server/contracts/template-contracts";
import { route } from "../../../../server/route";

export const POST = route(templateContracts.previewTemplate, ({ body }) =>
  previewOwnTemplate(body),
);
