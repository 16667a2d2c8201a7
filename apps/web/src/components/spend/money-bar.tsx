import { formatMoney } from "../format/format-money";
import classes from "./money-bar.module.css";

/** What is spent and what is held back, as parts of a limit. */
export function MoneyBar({
  spentUsd,
  reservedUsd,
  limitUsd,
}: {
  spentUsd: number;
  reservedUsd: number;
  limitUsd: number;
}) {
  const share = (usd: number) =>
    limitUsd === 0 ? 0 : Math.min(100, Math.max(0, (usd / limitUsd) * 100));
  const spent = share(spentUsd);
  const words = `${formatMoney(spentUsd)} spent and ${formatMoney(reservedUsd)} held back of ${formatMoney(limitUsd)}`;
  return (
    <div className={classes.track} role="img" aria-label={words} title={words}>
      <span data-part="spent" style={{ width: `${spent}%` }} />
      <span
        data-part="reserved"
        style={{ width: `${Math.min(share(reservedUsd), 100 - spent)}%` }}
      />
    </div>
  );
}
