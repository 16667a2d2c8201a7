/**
 * JSON text that came inside a JSON string may hold a lone surrogate, which UTF-8 cannot hold. It
 * stands in a string of the document, where its escape means the same.
 */
export function escapeLoneSurrogates(json: string): string {
  return json.replace(
    /\p{Surrogate}/gu,
    (half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
