import type { Note } from "#app/domain/bundle/log-line.ts";
import { wordPlaces } from "#app/domain/privacy/word-places.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Open, openWith } from "#app/use-cases/debtor.server.ts";
import type { Reader } from "#db/client.ts";
import { saltLength, sealedNotesOf } from "#db/queries/timeline.ts";
import { type CheckResult, checkTimeline } from "#db/queries/timeline-check.ts";

type SealedNote = Awaited<ReturnType<typeof sealedNotesOf>>[number];

/** Opens notes one case after another: the key of each is unwrapped once. */
function noteOpener(ctx: Pick<Ctx, "secrets">) {
  let last: { caseId: string; open: Open } | null = null;
  return (caseId: string, { seq, note, key }: SealedNote): string | null => {
    if (last?.caseId !== caseId) last = { caseId, open: openWith(ctx, caseId, key) };
    return last.open(wordPlaces.note(seq), note);
  };
}

/** What people wrote beside the events, with the salt that their hash was taken with, by sequence number. */
export async function saltedNotesOf(
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  caseId: string,
): Promise<Map<number, Note>> {
  const notes = new Map<number, Note>();
  const openNote = noteOpener(ctx);
  for (const sealed of await sealedNotesOf(reader, caseId)) {
    const plain = openNote(caseId, sealed);
    if (plain !== null)
      notes.set(sealed.seq, { salt: plain.slice(0, saltLength), text: plain.slice(saltLength) });
  }
  return notes;
}

/** What people wrote beside the events, by sequence number. */
export async function notesOf(
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  caseId: string,
): Promise<Map<number, string>> {
  const notes = await saltedNotesOf(reader, ctx, caseId);
  return new Map([...notes].map(([seq, { text }]) => [seq, text]));
}

/** Recomputes every chain, or one, with the notes beside it. */
export const checkLogs = (reader: Reader, secrets: Ctx["secrets"], caseId?: string): Promise<CheckResult> =>
  checkTimeline(
    reader,
    {
      macs: (purpose, text) => secrets.macs(purpose, text),
      openNote: noteOpener({ secrets }),
    },
    caseId,
  );
