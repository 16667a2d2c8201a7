import { InvalidArgumentError } from "commander";

/** A number that the studio gave to something, from 1. */
export function parseNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 1 on.");
}
