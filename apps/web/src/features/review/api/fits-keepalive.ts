/** Browsers refuse more than 64 KiB in requests that outlive their page; a UTF-16 unit takes up to 3 bytes. */
const SAFE_LENGTH = 21_000;

/** Whether a request with this body may go on after the page is closed. */
export function fitsKeepalive(body: unknown): boolean {
  return JSON.stringify(body).length <= SAFE_LENGTH;
}
