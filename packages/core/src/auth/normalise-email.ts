/** One spelling for each address, as it is stored and looked up. */
export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}
