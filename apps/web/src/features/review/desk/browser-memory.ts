import type { z } from "zod";

/**
 * Small things kept in this browser. Storage can be full, forbidden or of an older shape; then
 * nothing is kept, and the server's copy is all there is.
 */
export const browserMemory = {
  write(key: string, value: unknown): void {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: this copy is the second one.
    }
  },

  read<T>(key: string, schema: z.ZodType<T>): T | null {
    try {
      return schema.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data ?? null;
    } catch {
      // Forbidden, or cut off in the middle of a write.
      return null;
    }
  },

  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Forbidden, so nothing was kept either.
    }
  },
};
