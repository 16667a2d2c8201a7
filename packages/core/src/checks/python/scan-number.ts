const NUMBER =
  /(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?|\d(?:_?\d)*\.?(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?)/y;

const LEADING_ZERO = /^0[\d_]*[1-9][\d_]*$/;
const WORD_CHARACTER = /[\p{ID_Continue}]/u;

/** End of the Python number at an offset, or 0 when it is none, like `08` or `5th`. */
export function scanNumber(source: string, offset: number): number {
  NUMBER.lastIndex = offset;
  const text = NUMBER.exec(source)?.[0];
  if (text === undefined || LEADING_ZERO.test(text)) return 0;
  const end = offset + text.length;
  return WORD_CHARACTER.test(source.charAt(end)) ? 0 : end;
}
