import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const good = {
  DATABASE_URL: "postgres://localhost/foundry",
  FOUNDRY_SECRET: "s".repeat(32),
  FOUNDRY_URL: "http://localhost:3000/",
  FOUNDRY_DATA_DIR: "/var/lib/foundry",
};

describe("parseEnv", () => {
  it("takes the smallest environment", () => {
    expect(parseEnv(good)).toMatchObject({
      origin: "http://localhost:3000",
      redisUrl: undefined,
      trustedProxies: [],
      singleSignOn: null,
    });
  });

  it("reads lists, and empty values as absent", () => {
    const env = parseEnv({
      ...good,
      REDIS_URL: "",
      FOUNDRY_TRUSTED_PROXIES: "10.0.0.0/8, ::1",
      OIDC_ISSUER: "https://id.example.org/",
      OIDC_CLIENT_ID: "foundry",
      OIDC_CLIENT_SECRET: "x",
    });
    expect(env.trustedProxies).toEqual(["10.0.0.0/8", "::1"]);
    expect(env.redisUrl).toBeUndefined();
    expect(env.singleSignOn?.issuer).toBe("https://id.example.org");
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost"],
    ["REDIS_URL", "localhost:6379"],
    ["FOUNDRY_SECRET", "short"],
    ["FOUNDRY_URL", "http://localhost:3000/studio"],
    ["FOUNDRY_URL", "localhost"],
    ["FOUNDRY_DATA_DIR", ""],
    ["FOUNDRY_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["FOUNDRY_TRUSTED_PROXIES", "proxy"],
    ["OIDC_ISSUER", "id.example.org"],
  ])("names %s when it is %j", (name, value) => {
    expect(() => parseEnv({ ...good, [name]: value })).toThrow(name);
  });

  it("names a missing variable", () => {
    expect(() => parseEnv({ ...good, DATABASE_URL: undefined })).toThrow("DATABASE_URL");
  });

  it("refuses half an OIDC configuration", () => {
    expect(() => parseEnv({ ...good, OIDC_ISSUER: "https://id.example.org" })).toThrow("together");
  });
});
