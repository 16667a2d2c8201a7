"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";

/** A dialog whose state is in the address (`?new=token`), so that a link and the palette can open it. */
export function useAddressSwitch(
  name: string,
  value: string,
): [isOn: boolean, set: (isOn: boolean) => void] {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const set = (isOn: boolean) => {
    const next = new URLSearchParams(parameters);
    if (isOn) next.set(name, value);
    else next.delete(name);
    const query = next.toString();
    router.replace(query === "" ? pathname : `${pathname}?${query}`, { scroll: false });
  };
  return [parameters.get(name) === value, set];
}
