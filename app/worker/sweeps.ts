import type { Result } from "#app/domain/result.ts";
import { keepLicences } from "#app/use-cases/accounts/keep-licences.server.ts";
import { keepBooks } from "#app/use-cases/books/keep-books.server.ts";
import { keepRemittances } from "#app/use-cases/books/keep-remittances.server.ts";
import { applyTextEvents } from "#app/use-cases/contact/apply-text-event.server.ts";
import { keepBatches } from "#app/use-cases/contact/keep-batches.server.ts";
import { keepVisits } from "#app/use-cases/contact/keep-visits.server.ts";
import { sendMessages } from "#app/use-cases/contact/send-messages.server.ts";
import { chaseAnswers } from "#app/use-cases/conversation/chase-answers.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { keepMandates } from "#app/use-cases/engagements/keep-mandates.server.ts";
import { settleLapses } from "#app/use-cases/engagements/settle-lapses.server.ts";
import { readTexts } from "#app/use-cases/evidence/read-texts.server.ts";
import { carryOver } from "#app/use-cases/lots/carry-over.server.ts";
import { keepLotMandates } from "#app/use-cases/lots/keep-lot-mandates.server.ts";
import { postLotClaims } from "#app/use-cases/lots/post-lot-claims.server.ts";
import { foldCounts } from "#app/use-cases/market/fold-counts.server.ts";
import { lookForSearches } from "#app/use-cases/market/look-for-searches.server.ts";
import { spreadNews } from "#app/use-cases/market/spread-news.server.ts";
import { remindMonths } from "#app/use-cases/months/remind-months.server.ts";
import { releaseMail } from "#app/use-cases/notices/release-mail.server.ts";
import { writeDigests } from "#app/use-cases/notices/write-digests.server.ts";
import { askParticulars } from "#app/use-cases/papers/ask-particulars.server.ts";
import { billCharges } from "#app/use-cases/papers/bill-charges.server.ts";
import { issueStatements } from "#app/use-cases/papers/issue-statements.server.ts";
import { applyEvents } from "#app/use-cases/payments/apply-events.server.ts";
import { makeCalls } from "#app/use-cases/payments/make-calls.server.ts";
import { keepInstalments } from "#app/use-cases/plans/keep-instalments.server.ts";
import { keepDocumentFiles } from "#app/use-cases/privacy/keep-document-files.server.ts";
import { keepRetention } from "#app/use-cases/privacy/keep-retention.server.ts";
import { keepStamps } from "#app/use-cases/stamps/keep-stamps.server.ts";
import { fireDueDates } from "#app/use-cases/timers/fire-due-dates.server.ts";

/**
 * Recurring work. `run` does one bounded batch of what is due by the product's clock and answers how many rows it settled: nought
 * means that nothing is due any more, and the next look is after the pause. It is idempotent and safe with several workers at once.
 */
export type Sweep = {
  name: string;
  /** Pause of the machine's clock when nothing is due; what is due is read by the product's clock, which a demo moves. */
  everySeconds: number;
  run: (ctx: Ctx) => Promise<number>;
};

/** All recurring work of the worker, a line each. */
export const sweeps: readonly Sweep[] = [
  { name: "text events", everySeconds: 15, run: settled((ctx) => applyTextEvents(ctx)) },
  { name: "letters", everySeconds: 1, run: settled((ctx) => sendMessages(ctx)) },
  { name: "letter batches", everySeconds: 1, run: settled((ctx) => keepBatches(ctx)) },
  { name: "visits", everySeconds: 5, run: settled((ctx) => keepVisits(ctx)) },
  { name: "provider calls", everySeconds: 1, run: settled((ctx) => makeCalls(ctx)) },
  { name: "provider events", everySeconds: 1, run: settled((ctx) => applyEvents(ctx)) },
  { name: "instalments", everySeconds: 5, run: settled((ctx) => keepInstalments(ctx)) },
  { name: "books", everySeconds: 60, run: settled((ctx) => keepBooks(ctx)) },
  { name: "remittances", everySeconds: 30, run: settled((ctx) => keepRemittances(ctx)) },
  { name: "particulars", everySeconds: 30, run: settled(askParticulars) },
  { name: "charges", everySeconds: 30, run: settled(billCharges) },
  { name: "statements", everySeconds: 30, run: settled(issueStatements) },
  { name: "months", everySeconds: 60, run: settled(remindMonths) },
  { name: "dates", everySeconds: 1, run: settled((ctx) => fireDueDates(ctx)) },
  { name: "answers", everySeconds: 5, run: settled((ctx) => chaseAnswers(ctx)) },
  { name: "retention", everySeconds: 60, run: settled((ctx) => keepRetention(ctx)) },
  { name: "document files", everySeconds: 15, run: settled((ctx) => keepDocumentFiles(ctx)) },
  { name: "held mail", everySeconds: 15, run: settled((ctx) => releaseMail(ctx)) },
  { name: "digests", everySeconds: 30, run: settled((ctx) => writeDigests(ctx)) },
  { name: "document texts", everySeconds: 2, run: settled((ctx) => readTexts(ctx)) },
  { name: "time stamps", everySeconds: 15, run: settled((ctx) => keepStamps(ctx)) },
  { name: "lot-notes", everySeconds: 2, run: settled((ctx) => carryOver(ctx)) },
  { name: "lot-claims", everySeconds: 2, run: settled((ctx) => postLotClaims(ctx)) },
  { name: "licences", everySeconds: 5, run: settled(keepLicences) },
  { name: "mandates", everySeconds: 5, run: settled(keepMandates) },
  { name: "lot-mandates", everySeconds: 5, run: settled(keepLotMandates) },
  { name: "lapses", everySeconds: 5, run: settled(settleLapses) },
  { name: "round-counts", everySeconds: 2, run: settled(foldCounts) },
  { name: "round-news", everySeconds: 5, run: settled(spreadNews) },
  { name: "saved-searches", everySeconds: 10, run: settled(lookForSearches) },
];

/** A sweep is the system's: that it is refused is a bug, to be told and not passed over. */
function settled(batch: (ctx: Ctx) => Promise<Result<number, { kind: string }>>): Sweep["run"] {
  return async (ctx) => {
    const done = await batch(ctx);
    if (done.ok) return done.value;
    throw new Error(`The worker may not do this: ${done.error.kind}`);
  };
}
