import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error";

const MAX_RETRIES = 2;

/** An answer below 500 is the studio's decision, and asking again does not change it. */
function shouldRetry(failureCount: number, error: Error): boolean {
  const isDecision = error instanceof ApiError && error.status > 0 && error.status < 500;
  return !isDecision && failureCount < MAX_RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 5_000 },
      mutations: { retry: false },
    },
  });
}
