import { ApiError } from "../../../components/api/api-error";

/** Statuses that say nothing about the request itself; 401 ends when the person signs in again. */
const PASSING = new Set([0, 401, 408, 425, 429]);

/** Whether sending the same thing again may help. */
export function isTransient(error: unknown): boolean {
  return error instanceof ApiError && (PASSING.has(error.status) || error.status >= 500);
}
