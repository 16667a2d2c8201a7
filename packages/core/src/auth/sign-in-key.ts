import { isIPv6 } from "node:net";

/**
 * What the sign-in limiter counts by: the address, of IPv6 the /64 that one household gets.
 *
 * @param address null when the server does not know it; all such sign-ins share one limit
 */
export function addressKey(address: string | null): string {
  if (address === null || address === "") return "address:unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return `address:${mapped}`;
  if (!isIPv6(address)) return `address:${address.slice(0, 64)}`;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = address.includes("::") ? [...left, ...zeros, ...right] : left;
  const prefix = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `address:${prefix.join(":")}::/64`;
}
