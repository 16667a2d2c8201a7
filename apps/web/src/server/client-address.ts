import { BlockList, isIP } from "node:net";

/** Set on every request by this process, over whatever the client sent under this name. */
export const ADDRESS_HEADER = "x-foundry-address";

/** IPv4 addresses arrive as `::ffff:1.2.3.4` on a socket that serves both families. */
const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i;

/**
 * Tells the address of a client: the peer of the connection or, when that peer is a trusted proxy,
 * the last address of X-Forwarded-For that no trusted proxy has. Earlier ones are mere claims.
 *
 * @param trustedProxies addresses and CIDR ranges
 */
export function createAddressReader(trustedProxies: readonly string[]) {
  const trusted = toBlockList(trustedProxies);
  return (peer: string, forwardedFor: string | undefined): string => {
    const hops = [...(forwardedFor ?? "").split(","), peer];
    let client = peer.replace(MAPPED_IPV4, "");
    for (const hop of hops.toReversed()) {
      const address = hop.trim().replace(MAPPED_IPV4, "");
      const family = isIP(address);
      if (family === 0) break;
      client = address;
      if (!trusted.check(address, family === 6 ? "ipv6" : "ipv4")) break;
    }
    return client;
  };
}

function toBlockList(items: readonly string[]): BlockList {
  const list = new BlockList();
  for (const item of items) {
    const [address = "", prefix] = item.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
