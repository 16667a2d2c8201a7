import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  turbopack: { root: join(import.meta.dirname, "../..") },
  outputFileTracingRoot: join(import.meta.dirname, "../.."),
  transpilePackages: ["@foundry/core", "@foundry/prisma"],
  serverExternalPackages: ["@node-rs/argon2", "bullmq", "ioredis", "pg", "pino", "@prisma/adapter-pg"],
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser is attack surface that a tool without photographs does not need.
  images: { unoptimized: true },
  experimental: {
    // `unauthorized()` and `forbidden()` answer a page with 401 and 403.
    authInterrupts: true,
  },
};

export default config;
