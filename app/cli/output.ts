/** Answers go to standard output. */
export const print = (line: string): void => {
  if (line !== "") process.stdout.write(`${line}\n`);
};

/** Errors go to standard error, and the exit status says so. */
export function failed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

/** Long work shows how far it is, where somebody watches. */
export function progress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((done / Math.max(total, 1)) * 24);
  process.stderr.write(`\r${"█".repeat(filled).padEnd(24, "░")} ${done}/${total} ${what}\x1b[K`);
  if (done === total) process.stderr.write("\n");
}

/** The same for work of which nobody knows how much there is. */
export function working(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what}\x1b[K`);
}
