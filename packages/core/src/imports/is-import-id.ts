const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Postgres refuses to compare an id with a text that is none. */
export function isImportId(text: string): boolean {
  return UUID.test(text);
}
