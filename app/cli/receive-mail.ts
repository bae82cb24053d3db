import { system } from "#app/domain/accounts/actor.ts";
import type { Result } from "#app/domain/result.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import {
  mostMailBytes,
  type Received,
  type ReceiveRefusal,
  receiveMail,
} from "#app/use-cases/contact/receive-mail.server.ts";
import { withServices } from "./database.ts";
import { print } from "./output.ts";

type ReceiveOptions = { to?: string; database?: string; json: boolean };

/** What a mail server expects of a program it hands a mail to (sysexits.h): refused for good, or to be handed over again. */
const noPermission = 77;
const tryAgain = 75;

/** Reads one mail from standard input, as a mail server pipes it. Exit status 0 when nothing is left to do with it. */
export async function receive({ to, database, json }: ReceiveOptions): Promise<void> {
  const raw = await mailFrom(process.stdin);
  try {
    const done = await withServices(database, async (services) => {
      const ctx = { ...services, actor: system, now: await readClock(services.db), locale: "en" as const };
      if (!services.mailServer?.returnTo)
        throw new Error("BOUNCE_ADDRESS is not set: no mail comes back here.");
      return receiveMail(ctx, { raw, to: to ?? null });
    });
    print(json ? JSON.stringify(done.ok ? done.value : { refused: done.error.kind }) : wordsOf(done));
    if (!done.ok) process.exitCode = noPermission;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = tryAgain;
  }
}

/** All of it, or enough to see that it is too much. */
async function mailFrom(input: NodeJS.ReadStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input) {
    parts.push(Buffer.from(part));
    size += part.length;
    if (size > mostMailBytes) break;
  }
  return Buffer.concat(parts);
}

function wordsOf(done: Result<Received, ReceiveRefusal>): string {
  if (!done.ok) return refusals[done.error.kind];
  if (done.value.kind !== "bounced") return words[done.value.kind];
  return done.value.dead
    ? "A message came back: the log takes it back, and the address is used no more."
    : "A message came back: the log takes it back. The address may still be used.";
}

const words: Record<Exclude<Received["kind"], "bounced">, string> = {
  known: "That this message came back is known already.",
  "not-final": "Its mail server still tries, or has it: nothing is settled by this.",
  "no-report": "No delivery report: nothing is done with it.",
};

const refusals: Record<ReceiveRefusal["kind"], string> = {
  "not-allowed": "Not allowed.",
  "not-ours": "REFUSED: it came to no return path of a message.",
  forged: "REFUSED: the return path it came to was not made here.",
  "too-large": "REFUSED: too large to be a delivery report.",
};
