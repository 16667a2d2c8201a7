import type { z } from "zod";
import { parseInput } from "./parse-input";

/**
 * The headers that a contract names, parsed.
 * @throws DomainError `invalid_input`
 */
export function readHeaders<Schema extends z.ZodObject>(
  schema: Schema,
  request: Request,
): z.output<Schema> {
  const values = Object.keys(schema.shape).flatMap((name) => {
    const value = request.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return parseInput(schema, Object.fromEntries(values), "headers");
}
