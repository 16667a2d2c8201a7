/** Where a click leads within the studio; null when it stays on the page or opens another tab. */
export function findLeavingLink(event: MouseEvent, here: Location): string | null {
  const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (event.button !== 0 || !isPlain || !(link instanceof HTMLAnchorElement)) return null;
  if (link.target !== "" || link.hasAttribute("download")) return null;
  const isElsewhere = link.origin !== here.origin;
  // The browser itself asks before another site is opened.
  if (isElsewhere || link.pathname === here.pathname) return null;
  return `${link.pathname}${link.search}${link.hash}`;
}
