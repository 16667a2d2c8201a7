import type { Action } from "@foundry/core/auth/permissions";
import { z } from "zod";

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof METHODS)[number];

/**
 * `public`: anybody. `signed_in`: any person of the team. `runner`: a runner by its own token, and no
 * person. An action: the roles that have it.
 */
export type Access = "public" | "signed_in" | "runner" | Action;

const nothing = z.strictObject({});
export type Nothing = typeof nothing;

/** An answer or body that is passed on as bytes. */
export interface RawContent {
  contentType: string;
}

/** What a route takes and gives: the route checks by it, and the OpenAPI document is made from it. */
export interface Contract<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType | null = z.ZodType | null,
  Answer extends z.ZodType | RawContent | null = z.ZodType | RawContent | null,
  AccessOf extends Access = Access,
> {
  method: Method;
  /** As in OpenAPI: `/api/samples/{id}`. */
  path: string;
  summary: string;
  access: AccessOf;
  params: Params;
  query: Query;
  /** Read by the handler itself, with `readHeaders`. */
  headers?: z.ZodObject;
  /** Null: no JSON body is read. */
  body: Body;
  /** The body when it is not JSON; the route reads it itself, as a stream. */
  rawBody?: RawContent;
  /** Null: 204 without content. */
  answer: Answer;
  /** Of a success with content. */
  status: 200 | 201 | 202;
}

export function defineContract<
  AccessOf extends Access,
  Answer extends z.ZodType | RawContent | null,
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType | null = null,
>(contract: {
  method: Method;
  path: string;
  summary: string;
  access: AccessOf;
  params?: Params;
  query?: Query;
  headers?: z.ZodObject;
  body?: Body;
  rawBody?: RawContent;
  answer: Answer;
  status?: 200 | 201 | 202;
}): Contract<Params, Query, Body, Answer, AccessOf> {
  // The defaults are the very values that the type parameters default to.
  const defaults = { params: nothing, query: nothing, body: null, status: 200 };
  return { ...defaults, ...contract } as Contract<Params, Query, Body, Answer, AccessOf>;
}
