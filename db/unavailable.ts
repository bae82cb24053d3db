/** SQLSTATEs of a server that cannot serve just now: connection lost (08), full (53300), stopping or starting (57P). */
const states = /^(08...|53300|57P0[1-3])$/;
/** What the driver and the system call a server that is not there. */
const connection =
  /^(ECONN(REFUSED|RESET)|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED))$/;

/** Whether a failed query failed because the database does not answer, and not because of what was asked. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (states.test(code) || connection.test(code)) return true;
  return isUnavailable(error.cause);
}
