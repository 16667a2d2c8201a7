const cents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const fine = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  minimumFractionDigits: 4,
});
const price = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

/** Dollars to the cent: 3.2 → "$3.20"; never "$0.00" for what did cost something. */
export function formatMoney(usd: number): string {
  if (usd > 0 && usd < 0.005) return "< $0.01";
  return cents.format(usd);
}

/** What one call cost, where cents are too coarse: 0.0123 → "$0.0123". */
export function formatFineMoney(usd: number): string {
  if (usd > 0 && usd < 0.000_05) return "< $0.0001";
  return fine.format(usd);
}

/** What a million tokens cost, as price lists write it: 2 → "$2.00", 0.125 → "$0.125". */
export function formatPrice(usd: number): string {
  return price.format(usd);
}

/** An estimate as an interval: "$2.80 to $3.90", or one sum where both ends round to it. */
export function formatMoneyRange({ low, high }: { low: number; high: number }): string {
  const [from, to] = [formatMoney(low), formatMoney(high)];
  return from === to ? to : `${from} to ${to}`;
}
