import pg from "pg";

/**
 * A database connection that may break while nobody watches it, for example between two statements
 * of a migration, without ending the process. Whoever uses it next learns of it by a failing query.
 */
export class UnwatchedClient extends pg.Client {
  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === "error" && this.listenerCount("error") === 0) return false;
    return super.emit(event, ...args);
  }
}
