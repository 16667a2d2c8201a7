/** The policy of a page. Styles are unsafe-inline because Monaco writes style attributes and elements. */
export function contentSecurityPolicy({
  nonce,
  isProduction,
}: {
  nonce: string;
  isProduction: boolean;
}): string {
  // React rebuilds server stacks with eval in development, and nowhere else.
  const development = isProduction ? "" : " 'unsafe-eval'";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    // Only our own: the frame in which Python runs.
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}
