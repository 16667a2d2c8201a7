const STEPS: [seconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [60, "second"],
  [3_600, "minute"],
  [86_400, "hour"],
  [604_800, "day"],
  [2_629_800, "week"],
  [31_557_600, "month"],
];
const UNIT_SECONDS: Partial<Record<Intl.RelativeTimeFormatUnit, number>> = {
  second: 1,
  minute: 60,
  hour: 3_600,
  day: 86_400,
  week: 604_800,
  month: 2_629_800,
  year: 31_557_600,
};

const formatter = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** `now` is renewed only now and then, so what has just happened may seem to lie ahead by this much. */
const SLACK_SECONDS = 20;

/** "just now", "5 minutes ago", "in 2 days"; both arguments in milliseconds since 1970. */
export function formatRelative(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1_000);
  if (Math.abs(seconds) < 45) return seconds > SLACK_SECONDS ? "in a moment" : "just now";
  const unit = STEPS.find(([limit]) => Math.abs(seconds) < limit)?.[1] ?? "year";
  return formatter.format(Math.trunc(seconds / (UNIT_SECONDS[unit] ?? 1)), unit);
}
