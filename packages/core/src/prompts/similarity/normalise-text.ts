/** The form in which texts are compared: lower case, single spaces, none at the ends. */
export function normaliseText(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ").trim();
}
