import { join } from "node:path";
import type { NextConfig } from "next";

const root = join(import.meta.dirname, "../..");

/** On every answer. Pages get their content security policy, which needs a nonce, from src/proxy.ts. */
const everywhere = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-opener-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  {
    key: "permissions-policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  },
];

const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  transpilePackages: ["@foundry/core", "@foundry/prisma"],
  serverExternalPackages: [
    "@node-rs/argon2",
    "bullmq",
    "ioredis",
    "pg",
    "pino",
    "@prisma/adapter-pg",
  ],
  poweredByHeader: false,
  // `npm run check` looks at the types of the whole repository; the first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // The optimiser is attack surface that a tool without photographs does not need.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    {
      source: "/api/:path*",
      // An answer of the API opened as a page can do nothing.
      headers: [
        { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
    {
      // Our own pages embed it; its content security policy, in the route, keeps others from it.
      source: "/sandbox/frame",
      headers: [{ key: "x-frame-options", value: "SAMEORIGIN" }],
    },
    {
      // The address names the content.
      source: "/sandbox/:file",
      has: [{ type: "query", key: "v" }],
      headers: [{ key: "cache-control", value: "public, max-age=31536000, immutable" }],
    },
  ],
  experimental: {
    // `unauthorized()` and `forbidden()` answer a page with 401 and 403.
    authInterrupts: true,
  },
};

export default config;
