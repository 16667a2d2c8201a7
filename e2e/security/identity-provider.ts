import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";

interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
}

/** An OpenID Connect provider that vouches for whom the test names. */
export interface IdentityProvider {
  issuer: string;
  /** What it says about everybody who signs in from now on. */
  vouchFor(claims: Claims): void;
  /** What a browser would be sent to after a person consented at `authorizationUrl`. */
  consent(authorizationUrl: string): string;
  stop(): Promise<void>;
}

const CLIENT_ID = "foundry";

export async function startIdentityProvider(): Promise<IdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
  let claims: Claims | undefined;
  let nonce: string | null = null;
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0];
    if (path === "/.well-known/openid-configuration") send(response, discovery(issuerOf(server)));
    else if (path === "/jwks") send(response, { keys: [jwk] });
    else if (path === "/token") {
      const idToken = signToken(privateKey, { ...claims, nonce, ...times(issuerOf(server)) });
      send(response, {
        access_token: "a",
        token_type: "Bearer",
        expires_in: 60,
        id_token: idToken,
      });
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    issuer: issuerOf(server),
    vouchFor(next) {
      claims = next;
    },
    consent(authorizationUrl) {
      const asked = new URL(authorizationUrl).searchParams;
      nonce = asked.get("nonce");
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("code", "a-code");
      back.searchParams.set("state", asked.get("state") ?? "");
      return back.href;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function issuerOf(server: Server): string {
  const address = server.address();
  if (typeof address !== "object" || address === null)
    throw new Error("the server does not listen");
  return `http://127.0.0.1:${address.port}`;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function times(issuer: string) {
  const now = Math.floor(Date.now() / 1_000);
  return { iss: issuer, aud: CLIENT_ID, iat: now, exp: now + 60 };
}

function signToken(key: KeyObject, payload: object): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const text = `${encode({ alg: "RS256", kid: "1", typ: "JWT" })}.${encode(payload)}`;
  return `${text}.${sign("RSA-SHA256", Buffer.from(text), key).toString("base64url")}`;
}

function send(response: ServerResponse, body: object) {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}
