/** Rows as CSV, the columns in the given order; a value that is missing is an empty field. */
export function writeCsv(
  columns: readonly { key: string; title: string }[],
  rows: readonly Record<string, number | null>[],
): string {
  const lines = rows.map((row) => columns.map(({ key }) => row[key] ?? "").join(","));
  return [columns.map(({ title }) => `"${title.replaceAll('"', '""')}"`).join(","), ...lines]
    .join("\r\n")
    .concat("\r\n");
}
