import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "./generated/client.ts";
import { UnwatchedClient } from "./unwatched-client.ts";

export * from "./generated/enums.ts";
export { Prisma };
export type * from "./generated/client.ts";

/** The application's database client. Construct it only in a composition root or a test fixture. */
export type Database = PrismaClient;

/** A client, or the inside of one of its transactions. */
export type DatabaseOrTransaction = Database | Prisma.TransactionClient;

/**
 * @param options.poolSize connections this process may hold
 * @param options.statementTimeoutMs a statement that runs longer is cancelled by Postgres
 */
export function createDatabase(
  connectionString: string,
  options: { poolSize?: number; statementTimeoutMs?: number } = {},
): Database {
  const adapter = new PrismaPg({
    Client: UnwatchedClient,
    connectionString,
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeoutMs ?? 10_000,
    idle_in_transaction_session_timeout: 15_000,
    lock_timeout: 3_000,
  });
  return new PrismaClient({ adapter });
}
