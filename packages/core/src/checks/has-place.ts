/** Whether a JSON Pointer names a property or an element of something that is there. */
export function hasPlace(document: unknown, path: string): boolean {
  let holder = document;
  for (const step of path.split("/").slice(1, -1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    holder = isHolder(holder) && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined;
  }
  return isHolder(holder);
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
