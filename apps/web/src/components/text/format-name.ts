/** "string_manipulation" as people write it: "String manipulation". */
export function formatName(name: string): string {
  const words = name.replaceAll("_", " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
