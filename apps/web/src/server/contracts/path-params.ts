import { z } from "zod";

/** Addresses by id. What does not fit is answered 404 like an id that nobody has. */
export const uuidParams = z.object({ id: z.uuid() });
export const textIdParams = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });

const rowId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.int32());
export const sampleParams = z.object({ id: rowId });
export const promptParams = z.object({ id: rowId });
export const leasedSampleParams = z.object({ sampleId: rowId });
