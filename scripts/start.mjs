/**
 * `npm start` and `npm run dev` (`node scripts/start.mjs dev`): everything on a fresh machine.
 * What it does, in order: scripts/studio/main.ts.
 */
import { prepareNode } from "./prepare-node.mjs";

await prepareNode();
const { main } = await import("./studio/main.ts");
await main(process.argv[2] === "dev" ? "development" : "production");
