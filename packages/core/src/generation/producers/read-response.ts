import { ProducerError } from "./producer-error.ts";
import type { ProducerReply } from "./producer.ts";

/** Reads an answer that just came; an error gets the status and the id that the answer has. */
export function readResponse(
  { raw, status, requestId }: { raw: string; status: number; requestId: string | null },
  read: (raw: string) => ProducerReply,
): ProducerReply {
  try {
    return { ...read(raw), requestId };
  } catch (error) {
    if (!(error instanceof ProducerError)) throw error;
    throw new ProducerError(error.failure, error.message, {
      isPaid: error.isPaid,
      httpStatus: status,
      requestId,
      raw,
      cause: error.cause,
    });
  }
}
