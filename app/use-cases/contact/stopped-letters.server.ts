import { system } from "#app/domain/accounts/actor.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { findCase } from "#db/queries/cases.ts";
import { lettersWithNews } from "#db/queries/letter-batches.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { type Kept, messageNow } from "./message-now.server.ts";

/** A printed letter that may not be posted any more, by its number, and why. */
export type Stopped = Kept & { place: number; zone: string };

/**
 * Which letters of a batch may not be posted any more: of each whose case has news since it was counted, or whose address has died, the law is
 * asked at this moment, as if the letter had not been counted. The others are as they were when they were decided.
 */
export async function stoppedLetters(reader: Reader, ctx: Ctx, batchId: string): Promise<Stopped[]> {
  const stopped: Stopped[] = [];
  for (const message of await lettersWithNews(reader, batchId)) {
    const { caseId, batchPlace, eventSeq } = message;
    const kase = await findCase(reader, system, caseId);
    if (!kase) continue;
    const now = await messageNow(reader, ctx, kase, message, eventSeq ?? undefined);
    if (!now.ok) stopped.push({ ...now.error, place: batchPlace ?? 0, zone: await zoneOf(reader, caseId) });
  }
  return stopped;
}
