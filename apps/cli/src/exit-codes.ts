/** The contract with scripts. */
export const EXIT_CODES = { fine: 0, findings: 1, unusableInput: 2 } as const;
