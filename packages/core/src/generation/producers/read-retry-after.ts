/** How long a provider asks to wait, in milliseconds; null where it does not say. */
export function readRetryAfter(headers: Headers | undefined, now: Date): number | null {
  const milliseconds = readNumber(headers?.get("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const text = headers?.get("retry-after");
  const seconds = readNumber(text);
  if (seconds !== null) return Math.ceil(seconds * 1000);
  // A date of HTTP begins with its weekday; a number of any kind would be read as a date, too.
  const moment = text != null && /^[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? null : Math.max(0, moment - now.getTime());
}

function readNumber(text: string | null | undefined): number | null {
  if (text == null || text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
