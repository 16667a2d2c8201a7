/**
 * Text that Postgres can hold, cut to `maxLength` UTF-16 code units: NUL and halves of surrogate
 * pairs become the replacement character. For words about an input, never for the input itself.
 */
export function makeStorable(text: string, maxLength: number): string {
  const short = text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
  return short.replaceAll("\0", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");
}
