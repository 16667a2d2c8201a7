/** "list_operations" → "List operations"; names that people gave keep their own capitals. */
export function formatName(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
