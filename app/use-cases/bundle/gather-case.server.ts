import { may } from "#app/domain/accounts/access.ts";
import type { Note } from "#app/domain/bundle/log-line.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { holdsOthersBusiness, scopeOf } from "#app/domain/engagements/hand-over.ts";
import { newId } from "#app/domain/ids.ts";
import type { LawBook } from "#app/domain/law/book.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { Link } from "#app/domain/timeline/chain-check.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { checkLogs, saltedNotesOf } from "#app/use-cases/log-notes.server.ts";
import { type ErasedDocuments, erasedDocuments } from "#app/use-cases/privacy/erased-documents.server.ts";
import { withPurpose } from "#app/use-cases/sights.server.ts";
import type { Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { insertSights } from "#db/queries/documents.ts";
import type { EvidenceItem } from "#db/queries/evidence.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { type StampedHash, stampsOf } from "#db/queries/time-stamps.ts";
import { linksOf } from "#db/queries/timeline.ts";
import type { Break } from "#db/queries/timeline-check.ts";
import { transact } from "#db/transact.ts";

/** All that a bundle is made of, as it stood at one moment. */
export type Gathered = {
  kase: CaseRow;
  /** `person` is null once the debtor was erased. */
  debtor: { person: { name: string; address: string | null } | null; zone: string };
  links: Link[];
  notes: Map<number, Note>;
  evidence: EvidenceItem[];
  /** What went with the debtor's data, where that was erased. */
  erased: ErasedDocuments | null;
  /** Tokens of a time authority over them, by their hashes. */
  stamps: Map<string, StampedHash>;
  /** Names of both parties and of everyone who wrote in the log, by organisation. */
  names: Map<string, string>;
  pack: Pack;
  book: LawBook;
};

export type GatherRefusal =
  | { kind: "case-not-found" }
  | { kind: "log-broken"; breaks: Break[] }
  /** Another collector's own business is in the log: it is its creditor's to hand on. */
  | { kind: "others-business" };

/**
 * Reads a case under its lock, so that the log, the evidence and the parties are of one moment, and writes that it
 * was handed out. A log that does not hold is not handed out: a signature would vouch for it.
 */
export function gatherCase(ctx: Ctx, caseId: string): Promise<Result<Gathered, GatherRefusal>> {
  return transact<Gathered, GatherRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !mayTake(ctx, kase)) return err({ kind: "case-not-found" });
    const { breaks } = await checkLogs(tx, ctx.secrets, caseId);
    if (breaks.length > 0) return err({ kind: "log-broken", breaks });
    const gathered = await read(tx, ctx, kase);
    if (holdsOthersBusiness(gathered.links, scopeOf(ctx.actor, kase)))
      return err({ kind: "others-business" });
    await insertAudit(tx, ctx, { operation: "bundle.exported", subjectKind: "case", subjectId: caseId });
    if (ctx.actor.userId) await keepSights(tx, ctx, gathered);
    return ok(gathered);
  });
}

function mayTake({ actor }: Ctx, kase: CaseRow): boolean {
  const relation = relationTo(actor, kase);
  const allowed = may(actor, "bundle.export", relation) || may(actor, "bundle.take", relation);
  return allowed && mayKnowDebtor(actor, kase);
}

/** Whoever takes a bundle takes every document in it out. */
async function keepSights(tx: Tx, { actor, now: at }: Ctx, { evidence }: Gathered): Promise<void> {
  const { userId, orgId } = actor;
  const by = { at, userId, orgId, purpose: "case" } as const;
  await insertSights(
    tx,
    evidence.map(({ documentId }) => ({ ...by, id: newId(at), documentId })),
  );
}

async function read(tx: Tx, ctx: Ctx, kase: CaseRow): Promise<Gathered> {
  const links = await linksOf(tx, kase.caseId);
  const look = { caseId: kase.caseId, fields: ["name", "address"], purpose: "bundle" } as const;
  const debtor = await openDebtor(tx, ctx, await withPurpose(tx, ctx, look));
  const authors = links.map(({ actorOrgId }) => actorOrgId);
  const parties = [kase.creditorOrgId, kase.collectorOrgId];
  const found = await organizationsById(tx, [...new Set([...parties, ...authors])]);
  const book = await lawBook(tx);
  const evidence = await evidenceOf(tx, ctx, kase.caseId);
  const hashes = evidence.map(({ sha256 }) => sha256);
  return {
    kase,
    debtor: { person: debtor?.person ?? null, zone: debtor?.zones[0] ?? "UTC" },
    links,
    notes: await saltedNotesOf(tx, ctx, kase.caseId),
    evidence,
    erased: await erasedDocuments(tx, kase.caseId),
    stamps: await stampsOf(tx, hashes),
    names: new Map([...found].map(([orgId, { name }]) => [orgId, name])),
    pack: packOfCase(book, kase),
    book,
  };
}
