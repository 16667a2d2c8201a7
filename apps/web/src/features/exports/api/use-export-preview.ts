import { exportPreviewSchema } from "@foundry/core/exports/export.schema";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";

/** How many samples an export would hold now. */
export function useExportPreview() {
  return useQuery({
    queryKey: ["export-preview"],
    queryFn: ({ signal }) => api.get("/api/exports", exportPreviewSchema, { signal }),
  });
}
