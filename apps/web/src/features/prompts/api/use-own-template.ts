import { ownTemplateSchema } from "@foundry/core/prompts/own-templates/own-template.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { promptsKeys } from "./prompts-keys";

/** One template that a person wrote. It is not asked for again while it is edited. */
export function useOwnTemplate(id: string) {
  return useQuery({
    queryKey: promptsKeys.template(id),
    queryFn: ({ signal }) => api.get(`/api/templates/${id}`, ownTemplateSchema, { signal }),
    refetchOnWindowFocus: false,
  });
}
