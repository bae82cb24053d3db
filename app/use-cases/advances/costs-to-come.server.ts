import { type AdvanceAct, advanceActs } from "#app/domain/advances/advances.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { claimToday } from "#app/domain/timeline/claim-today.ts";
import { factsOf, historyEventsOf, withReminders } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { type CostFigure, costsOf } from "#app/domain/timeline/rung-cost.ts";
import { advancesOf } from "#app/use-cases/advances-of.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { feeSoFar } from "#app/use-cases/fee-so-far.server.ts";
import { setOffsOf } from "#app/use-cases/settle-case.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";

/** What courts ask for themselves; the others cost what a paper says. */
const courtFigures: ReadonlySet<CostFigure["kind"]> = new Set(["court", "payment_order", "enforcement"]);

/** What the acts that are still open to a case cost by the tables on file today, and what is left of the mandate's fixed fee. */
export async function costsToCome(reader: Reader, { now }: Pick<Ctx, "now">, kase: CaseRow) {
  const { caseId, jurisdiction, answers } = kase;
  const [events, zone] = [await eventsOf(reader, caseId), await zoneOf(reader, caseId)];
  const today = dateIn(zone, now);
  const pack = packOfCase(await lawBook(reader), kase);
  const acts = historyEventsOf(events);
  const claim = claimToday({
    ...{ jurisdiction, answers, events, today, series: pack.series },
    known: withReminders(factsOf(events), acts, zone),
    holds: historyOf(acts).holds,
  });
  const claimed = {
    ...{ pack, jurisdiction, currency: claim.currency, on: today },
    ...{ principal: claim.principal, total: claim.total },
    interest: claim.interest.kind === "counted" ? claim.interest.amount : 0,
  };
  const stageOf = (act: AdvanceAct) =>
    pack.rungs.find(({ steps }) => steps.some((step) => step === act))?.stage ?? null;
  return {
    acts: advanceActs.flatMap((act) => {
      const stage = stageOf(act);
      if (!stage) return [];
      const fee = costsOf(stage, claimed).find(({ kind }) => courtFigures.has(kind));
      return [{ act, fee: fee ? { ...fee, prepaid: fee.prepaid ?? false } : null }];
    }),
    fixedFeeLeft: await fixedFeeLeft(reader, kase, zone),
  };
}

async function fixedFeeLeft(reader: Reader, kase: CaseRow, zone: string): Promise<number> {
  const { found, events } = await setOffsOf(reader, kase, { zone });
  const { inForce } = await feeSoFar(reader, kase, { found, events });
  const { advances } = await advancesOf(reader, kase);
  const asked = advances.reduce(
    (sum, { kind, need, withdrawn }) => (kind === "fixed_fee" && !withdrawn ? sum + Number(need) : sum),
    0,
  );
  return Math.max(0, (inForce?.fixedFee ?? 0) - asked);
}
