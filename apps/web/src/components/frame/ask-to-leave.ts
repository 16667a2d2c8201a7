/** Sent to the window before the palette goes to another page; a page may hold it back. */
export const LEAVING = "foundry:leaving";

/** Whether the page lets itself be left by something that is no link. */
export function askToLeave(href: string): boolean {
  return window.dispatchEvent(new CustomEvent(LEAVING, { detail: href, cancelable: true }));
}
