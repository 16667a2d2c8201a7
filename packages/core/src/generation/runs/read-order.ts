import type { DatabaseOrTransaction } from "@foundry/prisma/client";
import { DomainError, type InputProblem } from "../../errors.ts";
import type { OrderGeneration } from "../generation.schema.ts";

/** An order without what its producer and its purpose have no use for. */
export interface ReadOrder {
  order: OrderGeneration;
  /** As the ledger names it; null: no calls. */
  provider: string | null;
  endpoint: {
    id: string;
    name: string;
    inputPrice: number | null;
    outputPrice: number | null;
  } | null;
}

/**
 * Checks that the parts of an order fit each other and that what it names is there.
 * @throws DomainError `invalid_input` with a problem for each part that does not
 */
export async function readOrder(
  db: DatabaseOrTransaction,
  order: OrderGeneration,
): Promise<ReadOrder> {
  const endpoint =
    order.endpointId === null
      ? null
      : await db.producerEndpoint.findFirst({
          where: { id: order.endpointId, archivedAt: null },
          select: { id: true, name: true, model: true, inputPrice: true, outputPrice: true },
        });
  const problems = [
    ...findMisfits(order),
    ...(order.producer === "openai_compatible" && endpoint === null
      ? [{ path: "/endpointId", message: "name an endpoint that is set up under Settings" }]
      : []),
    ...(await findSetProblem(db, order.fewShotSetId)),
  ];
  if (problems.length > 0) {
    throw new DomainError(
      "invalid_input",
      "This order cannot be carried out. Nothing was started.",
      {
        reason: "bad_order",
        problems,
      },
    );
  }
  if (order.producer === "blueprint") return { order: bare(order), provider: null, endpoint: null };
  const plain =
    order.purpose === "irs" ? order : { ...order, candidatesPerPrompt: 1, repairTurns: 0 };
  if (endpoint === null || order.producer === "anthropic") {
    return { order: { ...plain, endpointId: null }, provider: "anthropic", endpoint: null };
  }
  const { model, ...rest } = endpoint;
  return { order: { ...plain, model }, provider: endpoint.name, endpoint: rest };
}

function findMisfits(order: OrderGeneration): InputProblem[] {
  const { producer, purpose, mode, model, variationsPerPrompt } = order;
  const rules: [boolean, string, string][] = [
    [producer === "anthropic" && model === null, "/model", "name a model"],
    [producer !== "anthropic" && mode === "batch", "/mode", "only Claude takes batches"],
    [
      producer === "blueprint" && purpose === "variations",
      "/purpose",
      "blueprints write no variations; use a model, or write prompts from templates",
    ],
    [
      purpose === "variations" && mode === "batch",
      "/mode",
      "variations are asked for one request at a time",
    ],
    [
      purpose === "variations" && variationsPerPrompt === null,
      "/variationsPerPrompt",
      "say how many variations of each prompt",
    ],
    [
      purpose === "irs" && variationsPerPrompt !== null,
      "/variationsPerPrompt",
      "leave it out unless the purpose is variations",
    ],
  ];
  return rules.flatMap(([isBroken, path, message]) => (isBroken ? [{ path, message }] : []));
}

async function findSetProblem(
  db: DatabaseOrTransaction,
  id: string | null,
): Promise<InputProblem[]> {
  if (id === null) return [];
  const found = await db.fewShotSet.findFirst({ where: { id, archivedAt: null } });
  return found === null ? [{ path: "/fewShotSetId", message: "there is no such set" }] : [];
}

function bare(order: OrderGeneration): OrderGeneration {
  return {
    ...order,
    endpointId: null,
    model: null,
    effort: null,
    mode: "direct",
    candidatesPerPrompt: 1,
    repairTurns: 0,
    fewShotSetId: null,
    budgetUsd: null,
  };
}
