"use client";

import { useEffect } from "react";

/**
 * Met only when the session ended and a link was followed: a page that is loaded anew is answered by
 * the sign-in form of the root, without the frame of somebody who is gone.
 */
export default function SignedOut() {
  useEffect(() => window.location.reload(), []);
  return null;
}
