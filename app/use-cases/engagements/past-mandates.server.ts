import { may, memberIn } from "#app/domain/accounts/access.ts";
import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { isId } from "#app/domain/ids.ts";
import type { PageKey } from "#app/domain/page-key.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type AmendmentRow, amendmentsOf } from "#db/queries/amendments.ts";
import type { EngagementRow } from "#db/queries/engagements.ts";
import { pastMandate, pastMandates } from "#db/queries/past-mandates.ts";

const pageSize = 20;

type PaperKind = "engagement" | "authority" | "certificate" | "amendment" | "amendment_certificate";
/** A paper as its address names it: `engagement`, `amendment-2`. */
export type PastPaper = { name: string; kind: PaperKind; number: number | null };
type Kept = PastPaper & { hash: string };

export type PastMandate = {
  caseId: string;
  id: string;
  code: string;
  firms: { creditor: string; collector: string };
  engagedAt: Date | null;
  endedAt: Date | null;
  /** How its reader bills here what came due of the fee: at once, or of a lot case by case. */
  bills: "case" | "lot" | null;
  papers: PastPaper[];
};

/** Mandates that have ended, with the papers that both sides signed while they ran: a replaced collector keeps its own. */
export async function listPastMandates(
  ctx: Ctx,
  after: PageKey | null,
): Promise<{ mandates: PastMandate[]; next: PageKey | null }> {
  const member = memberIn(ctx.actor, "mandate.past");
  if (!member) return { mandates: [], next: null };
  const party = { role: ctx.actor.role, orgId: member.orgId };
  const rows = await pastMandates(ctx.db, party, { after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    mandates: await Promise.all(shown.map((row) => listed(ctx, row))),
    next: rows.length > pageSize && last?.endedAt ? { at: last.endedAt, id: last.id } : null,
  };
}

async function listed(ctx: Ctx, row: EngagementRow): Promise<PastMandate> {
  const contents: EngagementContents = JSON.parse(row.contents);
  const { caseId, id, engagedAt, endedAt } = row;
  return {
    caseId,
    id,
    code: contents.case.code,
    firms: { creditor: contents.creditor.name, collector: contents.collector.name },
    engagedAt,
    endedAt,
    bills: may(ctx.actor, "invoice.past", "member") ? (contents.lot ? "lot" : "case") : null,
    papers: (await papersOf(ctx, row)).map(({ name, kind, number }) => ({ name, kind, number })),
  };
}

/** What was signed: the engagement, the power of attorney, the certificate, and amendments that were agreed while it ran. */
async function papersOf(ctx: Ctx, row: EngagementRow): Promise<Kept[]> {
  const changes = await amendmentsOf(ctx.db, { caseId: row.caseId, engagementId: row.id });
  const own = {
    engagement: row.documentHash,
    authority: row.authorityHash,
    certificate: row.certificateHash,
  };
  const kinds = ["engagement", "authority", "certificate"] as const;
  const papers = [
    ...kinds.map((kind) => ({ name: kind, kind, number: null, hash: own[kind] })),
    ...changes.filter(({ status }) => status === "agreed").flatMap(papersOfAmendment),
  ];
  return papers.flatMap(({ hash, ...paper }) => (hash ? [{ ...paper, hash }] : []));
}

const papersOfAmendment = ({ number, documentHash, certificateHash }: AmendmentRow) => [
  { name: `amendment-${number}`, kind: "amendment" as const, number, hash: documentHash },
  {
    name: `amendment-${number}-certificate`,
    kind: "amendment_certificate" as const,
    number,
    hash: certificateHash,
  },
];

/** The bytes of one of these papers; null for everybody else, for a mandate that has not ended, and for any other paper of the case. */
export async function readPastPaper(
  ctx: Ctx,
  { caseId, mandateId, name }: { caseId: string; mandateId: string; name: string },
): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  const member = memberIn(ctx.actor, "mandate.past");
  if (!member || !isId(caseId) || !isId(mandateId)) return null;
  const party = { role: ctx.actor.role, orgId: member.orgId };
  const row = await pastMandate(ctx.db, party, { caseId, id: mandateId });
  const paper = row && (await papersOf(ctx, row)).find((each) => each.name === name);
  const bytes = paper ? await ctx.documents.get(ctx.db, paper.hash) : null;
  if (!row || !paper || !bytes) return null;
  const contents: EngagementContents = JSON.parse(row.contents);
  return { bytes, fileName: `${paper.name}-${contents.case.code}.pdf` };
}
