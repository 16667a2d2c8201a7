/** Of the library's answer only the cookies leave the server: its body holds the session token. */
export function pickCookies(headers: Headers): Headers {
  const picked = new Headers();
  for (const cookie of headers.getSetCookie()) picked.append("set-cookie", cookie);
  return picked;
}
