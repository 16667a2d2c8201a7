import { createDatabase } from "@foundry/prisma/client";
export default async function Page() { return <main>{typeof createDatabase}</main>; }
