/** Share of the allowed rate that is used: clocks and networks make some requests come early. */
export const PACE_FACTOR = 0.96;
