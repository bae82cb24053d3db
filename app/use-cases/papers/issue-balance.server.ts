import { z } from "zod";
import { may } from "#app/domain/accounts/access.ts";
import { isId } from "#app/domain/ids.ts";
import { type Balance, balanceOf, type NoBalance } from "#app/domain/ledger/balance.ts";
import type { BalanceContent } from "#app/domain/papers/content.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { isTitled } from "#app/domain/timeline/titled.ts";
import { claimNow } from "#app/use-cases/claim-now.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { contentOf, issuePaper } from "#app/use-cases/issue-paper.server.ts";
import { setOffsOf } from "#app/use-cases/settle-case.server.ts";
import type { Reader, Tx } from "#db/client.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type CaseRow, findCase, lockCase, relationTo } from "#db/queries/cases.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { standingPaper } from "#db/queries/papers.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export const IssueBalance = z.object({
  caseId: z.uuid(),
  /** What was shown to be outstanding, in minor units, and on which day: another balance is not stated unseen. */
  total: z.string("error.required").regex(/^\d{1,18}$/, "error.amount"),
  asOf: z.iso.date("error.date"),
});

type Refusal =
  | { kind: "case-not-found" }
  /** A payment came in, or the day is over, since it was shown. */
  | { kind: "balance-changed" }
  | NoBalance;

/**
 * The collector states to the debtor how the claim stands at the end of today. The letter is kept as every paper is and sends itself to nobody.
 * Asked for again with nothing changed, the same letter is answered.
 */
export const issueBalance = (
  ctx: Ctx,
  input: z.infer<typeof IssueBalance>,
): Promise<Result<string, Refusal>> =>
  transact<string, Refusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    const issuerId = ctx.actor.orgId;
    if (!kase || !issuerId || !mayState(ctx, kase)) return err({ kind: "case-not-found" });
    const { asOf, balance } = await balanceToday(tx, ctx, kase);
    if (!balance.ok) return balance;
    if (asOf !== input.asOf || balance.value.total !== input.total) return err({ kind: "balance-changed" });
    return ok(await write(tx, ctx, { ...{ kase, issuerId, asOf }, balance: balance.value }));
  });

const mayState = ({ actor }: Ctx, kase: CaseRow) => may(actor, "balance.issue", relationTo(actor, kase));

type Writing = { kase: CaseRow; issuerId: string; asOf: string; balance: Balance };

async function write(tx: Tx, ctx: Ctx, { kase, issuerId, asOf, balance }: Writing): Promise<string> {
  const { caseId, code, creditorOrgId, answers } = kase;
  const { currency, dueOn } = answers.claim;
  const names = await organizationsById(tx, [issuerId, creditorOrgId]);
  const nameOf = (id: string) => names.get(id)?.name ?? "";
  const parties = { issuer: { name: nameOf(issuerId) }, creditor: nameOf(creditorOrgId), case: code };
  const says = { ...parties, asOf, dueOn, ...balance };
  const subject = `balance:${issuerId}:${asOf}`;
  const before = await standingPaper(tx, { caseId, subject, kind: "balance_letter" });
  if (before) {
    const { number, issuedOn, currency: _, kind, ...said } = contentOf(before) as BalanceContent;
    if (canonicalJson(said) === canonicalJson(says)) return number;
  }
  const paper = await issuePaper(tx, ctx, {
    ...{ kind: "balance_letter", issuerId, recipientId: null, caseId, subject, currency },
    total: BigInt(balance.total),
    say: (head): BalanceContent => ({ ...head, ...says }),
  });
  await insertAudit(tx, ctx, {
    ...{ operation: "paper.issued", subjectKind: "paper", subjectId: paper.id },
    details: { number: paper.number },
  });
  return paper.number;
}

/** How the claim stands at the end of today where the debtor is. By a judgment another sum is owed, with another interest: it is not told. */
async function balanceToday(reader: Reader, { now }: Ctx, kase: CaseRow) {
  const zone = await zoneOf(reader, kase.caseId);
  const asOf = dateIn(zone, now);
  const { found } = await setOffsOf(reader, kase, { zone, until: asOf });
  const titled = isTitled(await eventsOf(reader, kase.caseId), kase.stage);
  const balance: Result<Balance, NoBalance> = titled
    ? err({ kind: "cannot-tell", reason: "judgment" })
    : balanceOf(kase.answers.claim, found);
  return { asOf, balance };
}

/** What the letter would say today, or why it cannot be written. */
export async function balanceView(ctx: Ctx, caseId: string) {
  const kase = isId(caseId) ? await findCase(ctx.db, ctx.actor, caseId) : null;
  if (!kase || !mayState(ctx, kase)) return null;
  const { asOf, balance } = await balanceToday(ctx.db, ctx, kase);
  const { rests } = await claimNow(ctx.db, ctx, kase);
  return {
    ...{ caseId, code: kase.code, currency: kase.answers.claim.currency, asOf, rests },
    balance: balance.ok ? balance.value : null,
    refusal: balance.ok ? null : balance.error,
  };
}
