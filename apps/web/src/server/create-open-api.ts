import { isAllowed } from "@foundry/core/auth/permissions";
import { ROLES } from "@foundry/core/people/people.schema";
import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { version } from "../../package.json";
import { apiContracts } from "./contracts/api-contracts";
import type { Access, Contract } from "./define-contract";
import { problemSchema } from "./problem.schema";

/** The OpenAPI 3.1 document of every route, made from the schemas that the routes check by. */
export function createOpenApi() {
  const paths: ZodOpenApiPathsObject = {};
  for (const contract of apiContracts) {
    paths[contract.path] = {
      ...paths[contract.path],
      [contract.method.toLowerCase()]: describe(contract),
    };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "IR Foundry",
      version,
      description:
        "Every error is an RFC 9457 problem document. Send `Authorization: Bearer fnd_…`; pages of the studio use a session cookie, the header `x-foundry-request: 1` and their own origin instead.",
    },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token, from Settings." },
        runner: {
          type: "http",
          scheme: "bearer",
          description: "The token of a runner. It opens the runner's own routes and nothing else.",
        },
        session: { type: "apiKey", in: "cookie", name: "foundry.session_token" },
      },
    },
    paths,
  });
}

function describe(contract: Contract): ZodOpenApiOperationObject {
  const { access, body, headers, params, query, rawBody, summary } = contract;
  return {
    summary,
    description: describeAccess(access),
    security: describeSecurity(access),
    requestParams: { path: params, query, ...(headers ? { header: headers } : {}) },
    ...(body ? { requestBody: { content: { "application/json": { schema: body } } } } : {}),
    ...(rawBody
      ? {
          requestBody: {
            content: { [rawBody.contentType]: { schema: { type: "string", format: "binary" } } },
          },
        }
      : {}),
    responses: describeResponses(contract),
  };
}

function describeSecurity(access: Access): Record<string, string[]>[] {
  if (access === "public") return [];
  return access === "runner" ? [{ runner: [] }] : [{ token: [] }, { session: [] }];
}

function describeAccess(access: Access): string {
  if (access === "public") return "Open to everybody.";
  if (access === "runner") return "For runners.";
  if (access === "signed_in") return "For everybody with an account.";
  return `For roles: ${ROLES.filter((role) => isAllowed(role, access)).join(", ")}.`;
}

function describeResponses({ answer, status }: Contract): ZodOpenApiResponsesObject {
  const problem = {
    description: "A problem document.",
    content: { "application/problem+json": { schema: problemSchema } },
  };
  if (answer === null) return { "204": { description: "Done." }, default: problem };
  const content =
    answer instanceof z.ZodType
      ? { "application/json": { schema: answer } }
      : { [answer.contentType]: { schema: { type: "string" as const } } };
  return { [String(status) as "200"]: { description: "Done.", content }, default: problem };
}
