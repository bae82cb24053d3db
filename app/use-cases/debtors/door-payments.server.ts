import { paymentsReceived } from "#app/domain/ledger/payments-received.ts";
import type { SatisfactionContent } from "#app/domain/papers/content.ts";
import type { PaperLanguage } from "#app/messages/paper-words.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { contentOf } from "#app/use-cases/issue-paper.server.ts";
import { receiptSubject } from "#app/use-cases/keep-receipts.server.ts";
import { paperFile } from "#app/use-cases/paper-file.server.ts";
import { ownSight } from "#app/use-cases/sights.server.ts";
import { type PaperRow, papersForDebtor } from "#db/queries/papers.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { keepSight, type Visit } from "./door-visit.server.ts";

type Kept = Awaited<ReturnType<typeof papersForDebtor>>[number];

const named = ({ id, number, issuedOn }: PaperRow) => ({ id, number, on: issuedOn });
const gone = ({ paper, undone }: Kept) => (undone ? [{ number: paper.number, on: undone.issuedOn }] : []);

/** Every payment on the visitor's case with its receipt, and the letter that nothing more is owed, each as it stands. */
export async function doorPayments(visit: Visit) {
  await keepSight(visit, "payments");
  return paymentsOn(visit);
}

/** The same for whoever may know it, without a sight of its own. */
export async function paymentsOn({ ctx, kase }: Pick<Visit, "ctx" | "kase">) {
  const [events, zone, papers] = await Promise.all([
    eventsOf(ctx.db, kase.caseId),
    zoneOf(ctx.db, kase.caseId),
    papersForDebtor(ctx.db, kase.caseId),
  ]);
  const receipts = papers.filter(({ paper }) => paper.kind === "receipt");
  const standing = new Map(
    receipts.filter(({ undone }) => !undone).map(({ paper }) => [paper.subject, paper]),
  );
  const { payments } = paymentsReceived(events, zone);
  return {
    currency: kase.answers.claim.currency,
    payments: payments.map(({ id, on, amount }) => {
      const receipt = standing.get(receiptSubject(id));
      return { on, amount, receipt: receipt ? named(receipt) : null };
    }),
    withdrawn: receipts.flatMap(gone),
    letter: letterIn(papers),
    lettersWithdrawn: papers.filter(({ paper }) => paper.kind === "satisfaction_letter").flatMap(gone),
  };
}

/** The letter that stands; null where none does. */
function letterIn(papers: readonly Kept[]) {
  const found = papers.find(({ paper, undone }) => paper.kind === "satisfaction_letter" && !undone);
  if (!found) return null;
  const { how } = contentOf(found.paper) as SatisfactionContent;
  return { ...named(found.paper), how };
}

/** Whether a letter stands that nothing more is owed. */
export async function doorLetter({ ctx, kase }: Visit) {
  return letterIn(await papersForDebtor(ctx.db, kase.caseId));
}

const handed = new Set<PaperRow["kind"]>(["receipt", "satisfaction_letter"]);

/** A receipt or the letter that nothing more is owed, with the visitor's name on it; null for every other paper, and for one that was withdrawn. */
export async function doorPaper(visit: Visit, paperId: string, language: PaperLanguage) {
  const { ctx, kase } = visit;
  const papers = await papersForDebtor(ctx.db, kase.caseId);
  const found = papers.find(({ paper, undone }) => paper.id === paperId && !undone && handed.has(paper.kind));
  if (!found) return null;
  const sight = ownSight(ctx, { caseId: kase.caseId, fields: ["name"] });
  const name = (await openDebtor(ctx.db, ctx, sight))?.person?.name;
  const file = await paperFile(ctx, found.paper, {
    form: "pdf",
    language,
    to: name ? [name] : [],
    reference: kase.answers.claim.reference,
  });
  await keepSight(visit, "paper");
  return file.form === "pdf" ? file : null;
}
