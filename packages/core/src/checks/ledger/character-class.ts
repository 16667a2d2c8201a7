const LETTER = /\p{L}|\p{M}|\p{Nl}/u;

/** What a scanner does with each ASCII unit: 1 for letters and `_`, 2 for digits, 0 for the rest. */
const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const isUpper = unit >= 65 && unit <= 90;
  if (isUpper || (unit >= 97 && unit <= 122) || unit === 95) return 1;
  return unit >= 48 && unit <= 57 ? 2 : 0;
});

/** Whether a UTF-16 code unit is an ASCII digit. NaN, the unit past the end, is none. */
export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Whether a UTF-16 code unit belongs to a word: a letter of any script or an underscore. */
export function isLetter(unit: number): boolean {
  return unit < 128 ? ASCII[unit] === 1 : unit >= 128 && LETTER.test(String.fromCharCode(unit));
}

/** Whether a UTF-16 code unit belongs to a word or a number. */
export function isWordUnit(unit: number): boolean {
  return unit < 128 ? ASCII[unit] !== 0 && ASCII[unit] !== undefined : isLetter(unit);
}
