import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { checksKeys } from "./checks-keys";

/** Has every IR checked anew, in the background. */
export function useRerunChecks() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post("/api/checks/rerun"),
    onSettled: () => client.invalidateQueries({ queryKey: checksKeys.all }),
  });
}
