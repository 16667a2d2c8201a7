import { z } from "zod";

// NUL cannot be stored in a Postgres text, half a surrogate pair is no character in UTF-8.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Text that Postgres gives back exactly as it went in. Escapes such as `\\u0000` are plain text. */
export const storableTextSchema = z.string().refine((text) => !UNSTORABLE.test(text), {
  error: "contains a character that cannot be stored: NUL, or half of a surrogate pair",
});
