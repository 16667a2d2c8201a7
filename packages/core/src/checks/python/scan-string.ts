const PREFIXES = new Set(["", "r", "u", "b", "f", "br", "rb", "fr", "rf"]);

/**
 * End of the Python string whose opening quotation mark is at `quote`, after `prefix`; 0 when the
 * prefix is none or the string is never closed.
 */
export function findStringEnd(source: string, quote: number, prefix: string): number {
  if (!PREFIXES.has(prefix.toLowerCase())) return 0;
  const mark = source.charAt(quote);
  const isTriple = source.startsWith(mark.repeat(3), quote);
  const close = isTriple ? mark.repeat(3) : mark;
  for (let at = quote + close.length; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === "\\") at += source.startsWith("\r\n", at + 1) ? 2 : 1;
    else if (character === mark && source.startsWith(close, at)) return at + close.length;
    else if (!isTriple && (character === "\n" || character === "\r")) return 0;
  }
  return 0;
}
