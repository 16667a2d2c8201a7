/** What the prompt and the assertions contribute to the values of a parameter. */
export interface InputMaterial {
  /** Numbers as Python writes them, smaller and larger neighbours included. */
  numbers: string[];
  /** Lengths at which the behaviour may change, neighbours included. */
  lengths: number[];
  /** Texts without quotation marks. */
  texts: string[];
}

export const NO_MATERIAL: InputMaterial = { numbers: [], lengths: [], texts: [] };

/** Longer ones show nothing that these do not. */
const MAX_LENGTH = 300;
const MAX_DECIMALS = 12;
const DECIMALS = /\.(\d+)$/;

/** A number and its neighbours: one less, one more, and for decimals one unit of the last place. */
export function listNeighbours(number: number, spelling = String(number)): string[] {
  const decimals = Math.min(DECIMALS.exec(spelling)?.[1]?.length ?? 0, MAX_DECIMALS);
  const steps = decimals === 0 ? [1] : [10 ** -decimals, 1];
  const neighbours = steps.flatMap((step) => [
    (number - step).toFixed(decimals),
    (number + step).toFixed(decimals),
  ]);
  return Number.isSafeInteger(number) || decimals > 0 ? [spelling, ...neighbours] : [spelling];
}

/** A length and its neighbours, as far as a sequence can have them. */
export function listLengths(length: number): number[] {
  if (!Number.isInteger(length)) return [];
  return [length - 1, length, length + 1].filter((near) => near >= 0 && near <= MAX_LENGTH);
}
