/** Where the navigation is remembered; the desk has its own memory, because it starts without it. */
export const NAVIGATION_COOKIES = { studio: "foundry-nav", desk: "foundry-nav-desk" } as const;

export interface NavigationMemory {
  studio: boolean;
  desk: boolean;
}

const YEAR_SECONDS = 31_536_000;

/** True means open. Read on the server, so the first paint already has the right width. */
export function readNavigationMemory(
  readCookie: (name: string) => string | undefined,
): NavigationMemory {
  return {
    studio: readCookie(NAVIGATION_COOKIES.studio) !== "closed",
    desk: readCookie(NAVIGATION_COOKIES.desk) === "open",
  };
}

export function rememberNavigation(place: keyof NavigationMemory, isOpen: boolean): void {
  document.cookie = `${NAVIGATION_COOKIES[place]}=${isOpen ? "open" : "closed"}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
