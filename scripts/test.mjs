/** `npm test`: sets up what the tests need, runs all of them and sums up. See scripts/test/main.ts. */
import { prepareNode } from "./prepare-node.mjs";

await prepareNode();
const { main } = await import("./test/main.ts");
await main();
