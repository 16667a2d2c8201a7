import { importSchema } from "@foundry/core/imports/import.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { importKeys } from "./import-keys";

/** Cancels an import, or runs a stopped one again. */
export function useChangeImport(id: string, change: "cancel" | "retry") {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post(`/api/imports/${id}/${change}`, undefined, importSchema),
    onSuccess: (changed) => {
      queryClient.setQueryData(importKeys.detail(id), changed);
      void queryClient.invalidateQueries({ queryKey: importKeys.list() });
      void queryClient.invalidateQueries({ queryKey: importKeys.issues(id) });
    },
  });
}
