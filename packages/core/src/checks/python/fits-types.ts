/** Whether a value of a type may stand where one of the types is expected; null allows anything. */
export function fitsTypes(type: string | null, types: ReadonlySet<string> | null): boolean {
  if (type === null || types === null || types.has(type)) return true;
  if (type === "bool") return types.has("int") || types.has("float") || types.has("complex");
  if (type === "int") return types.has("float") || types.has("complex");
  return type === "float" && types.has("complex");
}
