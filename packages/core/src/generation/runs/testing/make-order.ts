import { type OrderGeneration, orderGenerationSchema } from "../../generation.schema.ts";

/** An order for blueprints of all prompts, but for what is given. */
export function makeOrder(
  changes: Partial<Omit<OrderGeneration, "choice">> & {
    choice?: Partial<OrderGeneration["choice"]>;
  } = {},
): OrderGeneration {
  return orderGenerationSchema.parse({ producer: "blueprint", choice: {}, ...changes });
}
