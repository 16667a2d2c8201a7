import "server-only";
import { hashPassword } from "@foundry/core/auth/hash-password";
import { verifyPassword } from "@foundry/core/auth/verify-password";
import { logger } from "@foundry/core/logger";
import { ROLES } from "@foundry/core/people/people.schema";
import type { Database } from "@foundry/prisma/client";
import { APIError } from "better-auth/api";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { type Env, readEnv } from "../env";
import { ADDRESS_HEADER } from "./client-address";
import { getClients } from "./clients";
import { SESSION_ABSOLUTE_MS, sessionExpiry } from "./session-lifetime";

/** The name of the single sign-on provider in paths and in account rows. */
export const SINGLE_SIGN_ON = "oidc";

const holder = globalThis as { foundryAuth?: Auth };

export type Auth = ReturnType<typeof createAuth>;

export function getAuth(): Auth {
  holder.foundryAuth ??= createAuth(getClients().db, readEnv());
  return holder.foundryAuth;
}

/**
 * E-mail and password, and single sign-on where configured, on database sessions. There is no
 * sign-up: people come by invitation. Only the routes under /api/auth call it, so that the rest of
 * what the library can do has no address.
 */
function createAuth(db: Database, env: Env) {
  const isHttps = env.origin.startsWith("https:");
  return betterAuth({
    appName: "IR Foundry",
    baseURL: env.origin,
    basePath: "/api/auth",
    secret: env.secret,
    database: prismaAdapter(db, { provider: "postgresql" }),
    telemetry: { enabled: false },
    // The limiter of core counts in one statement; this one would be a second opinion.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: {
      // Of the cookie. What counts is the row, which session-lifetime.ts decides about.
      expiresIn: SESSION_ABSOLUTE_MS / 1_000,
      disableSessionRefresh: true,
    },
    user: {
      additionalFields: {
        role: { type: [...ROLES], required: true, input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    account: {
      encryptOAuthTokens: true,
      // An admin chose the address of every person here, so it needs no second proof.
      accountLinking: { requireLocalEmailVerified: false },
    },
    plugins: env.singleSignOn ? [singleSignOn(env.singleSignOn)] : [],
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            await refuseDisabled(db, session.userId);
            return { data: { ...session, expiresAt: sessionExpiry(new Date(), new Date()) } };
          },
        },
      },
    },
    advanced: {
      // `__Host-` binds a cookie to this host and to TLS; browsers refuse it without.
      cookiePrefix: isHttps ? "__Host-foundry" : "foundry",
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isHttps, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    logger: {
      level: "error",
      // Without its arguments, which may hold what a person typed.
      log: (level, message) => logger[level]({ source: "better-auth" }, message),
    },
  });
}

function singleSignOn({ issuer, clientId, clientSecret }: NonNullable<Env["singleSignOn"]>) {
  return genericOAuth({
    config: [
      {
        providerId: SINGLE_SIGN_ON,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        requireIdTokenVerification: true,
        disableSignUp: true,
      },
    ],
  });
}

/** Runs after the password was right, so that nobody learns from it which addresses exist. */
async function refuseDisabled(db: Database, userId: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
  if (user?.disabledAt) {
    throw new APIError("FORBIDDEN", { code: "ACCOUNT_DISABLED", message: "account disabled" });
  }
}
