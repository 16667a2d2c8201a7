import { sampleDetailSchema } from "@foundry/core/samples/sample.schema";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../../../components/api/api-client";
import { samplesKeys } from "./samples-keys";

export function useSample(sampleId: number) {
  return useQuery({
    queryKey: samplesKeys.detail(sampleId),
    queryFn: ({ signal }) => api.get(`/api/samples/${sampleId}`, sampleDetailSchema, { signal }),
    placeholderData: keepPreviousData,
  });
}
