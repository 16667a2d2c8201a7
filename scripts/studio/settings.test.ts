import { expect, it } from "vitest";
import { readSettings, ROOT } from "./settings.ts";

it("needs nothing from the environment", () => {
  expect(readSettings({}, "production")).toEqual({
    mode: "production",
    host: "127.0.0.1",
    port: 3000,
    url: "http://localhost:3000",
    dataDir: `${ROOT}/.foundry`,
    databaseUrl: undefined,
    redisUrl: undefined,
    withLocalRunner: true,
  });
});

it("takes what is set", () => {
  const env = {
    PORT: "4000",
    FOUNDRY_URL: "https://x.example.org",
    FOUNDRY_DATA_DIR: "/data",
    FOUNDRY_LOCAL_RUNNER: "off",
  };
  expect(readSettings(env, "production")).toMatchObject({
    port: 4000,
    url: "https://x.example.org",
    dataDir: "/data",
    withLocalRunner: false,
  });
});

it.each(["abc", "0", "70000", "3000.5", "-1"])("refuses PORT=%s in one line", (port) => {
  expect(() => readSettings({ PORT: port }, "production")).toThrow(
    `PORT is ${port}; it must be a number from 1 to 65535.`,
  );
});
