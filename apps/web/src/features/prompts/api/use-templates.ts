import { templateSummarySchema } from "@foundry/core/prompts/own-templates/own-template.schema";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

const templatesSchema = z.array(templateSummarySchema);

/** Every template: those that people wrote, then the catalogue. */
export function useTemplates() {
  return useQuery({
    queryKey: promptsKeys.templates(),
    queryFn: ({ signal }) => api.get("/api/templates", templatesSchema, { signal }),
  });
}
