import type { Providers } from "@foundry/core/generation/provider.schema";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { providersKeys } from "../../../components/providers/providers-keys";

/** A change of keys, terms or endpoints: what it answers is shown at once, and estimates are made anew. */
export function useChangeProviders<Input>(send: (input: Input) => Promise<Providers | void>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (changed) => {
      if (changed === undefined)
        void queryClient.invalidateQueries({ queryKey: providersKeys.all });
      else queryClient.setQueryData(providersKeys.all, changed);
      void queryClient.invalidateQueries({ queryKey: ["generation", "estimate"] });
    },
  });
}
