const local = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });

/** "22 Nov 2026, 17:29:03" in the reader's time zone. */
export function formatExact(iso: string): string {
  return local.format(new Date(iso));
}

/** "2026-11-22", the same on the server and in the browser. */
export function formatDay(iso: string): string {
  return iso.slice(0, 10);
}
