/**
 * The fields of one CSV row, unquoted.
 * @param row a row as the splitter cuts it: its quotes match, its line break is gone
 */
export function splitCsvFields(row: string, delimiter: string): string[] {
  const fields: string[] = [];
  for (let at = 0; ;) {
    const end = row[at] === '"' ? findQuotedEnd(row, at) : findPlainEnd(row, at, delimiter);
    const field = row.slice(at, end);
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end >= row.length) return fields;
    at = end + delimiter.length;
  }
}

function findPlainEnd(row: string, start: number, delimiter: string): number {
  const end = row.indexOf(delimiter, start);
  return end === -1 ? row.length : end;
}

/** @returns offset behind the closing quote */
function findQuotedEnd(row: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = row.indexOf('"', at);
    if (at === -1) return row.length;
    if (row[at + 1] !== '"') return at + 1;
  }
}
