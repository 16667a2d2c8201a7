import { sha256Hex } from "../../database/sha256.ts";
import type { ProducerRequest } from "../producers/producer.ts";

/** The size of a request in bytes, and a hash that equal requests share. */
export function measureRequest(request: ProducerRequest): { bytes: number; sha256: string } {
  const { model, effort, system, turns, schema, maxTokens } = request;
  const text = JSON.stringify({ model, effort, system, turns, schema, maxTokens });
  return { bytes: Buffer.byteLength(text), sha256: sha256Hex(text) };
}
