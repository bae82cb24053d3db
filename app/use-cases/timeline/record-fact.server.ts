import { may } from "#app/domain/accounts/access.ts";
import { isClaimCurrency, parseAmount } from "#app/domain/cases/amount.ts";
import { dayOf } from "#app/domain/law/calendar/civil.ts";
import { instantText, startOfDay } from "#app/domain/law/calendar/zones.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { partsOfEnding } from "#app/domain/law/holds.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { mayBePaid } from "#app/domain/ledger/flows.ts";
import type { Leg } from "#app/domain/ledger/legs.ts";
import { paymentLegs, reportKey } from "#app/domain/ledger/reports.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import type { EventPayload, TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import { lawyerRecords, neededFields, type RecordFact } from "#app/domain/timeline/record-forms.ts";
import { isReplay } from "#app/domain/timeline/replay.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { flowSceneOf } from "#app/use-cases/flow-scene.server.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import { bookOf, poster, settleCase } from "#app/use-cases/settle-case.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { transact } from "#db/transact.ts";

export type FactRefusal =
  | { kind: "case-not-found" }
  | { kind: "case-closed" }
  | { kind: "lawyers-only" }
  | { kind: "in-the-future" }
  | { kind: "field-needed"; field: string }
  | { kind: "amount"; field: string }
  | { kind: "proof-needed" }
  | { kind: "payee-not-permitted" }
  | { kind: "not-lawful"; decision: Decision }
  | UploadRefusal;

/**
 * Records what the debtor said, did or suffered, or what became known, with date and proof. It takes effect
 * with its event: a dispute freezes the ladder before the page returns.
 */
export async function recordFact(ctx: Ctx, input: RecordFact): Promise<Result<null, FactRefusal>> {
  const missing = neededFields[input.type]?.find((field) => input[field] === undefined);
  if (missing) return err({ kind: "field-needed", field: missing });
  if (input.endsOn && input.endsOn < input.occurredOn) return err({ kind: "field-needed", field: "endsOn" });
  if (lawyerRecords.has(input.type) && ctx.actor.role !== "lawyer" && ctx.actor.role !== "law_firm") {
    return err({ kind: "lawyers-only" });
  }
  const file = input.proof ? await readUpload(ctx, input.proof) : null;
  if (file && !file.ok) return file;

  return transact<null, FactRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, input.caseId);
    if (!kase || !may(ctx.actor, "fact.record", relationTo(ctx.actor, kase)))
      return err({ kind: "case-not-found" });
    if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });

    const zone = await zoneOf(tx, kase.caseId);
    const occurredAt = momentOf(input, zone, ctx.now);
    if (!occurredAt) return err({ kind: "in-the-future" });
    const evidenceId = await proofOf(tx, ctx, kase.caseId, {
      kind: input.type === "title_recorded" ? "judgment" : "correspondence",
      file: file?.value,
      evidenceId: input.evidenceId,
    });
    if (!evidenceId) return err({ kind: "proof-needed" });

    const amount = amountFrom(input, kase.answers.claim.currency);
    if (!amount.ok) return amount;
    const { type, note, reference, payee } = input;
    if (type === "payment" && payee) {
      const permitted = mayBePaid(payee, await flowSceneOf(tx, kase));
      if (!permitted.ok) return permitted;
    }
    const events = await eventsOf(tx, kase.caseId);
    const payload: EventPayload = {
      act: actFrom(input, zone),
      evidenceIds: [evidenceId],
      refs: {
        ...(amount.value ? { amount: amount.value } : {}),
        ...(reference ? { reference } : {}),
        ...(type === "payment" && payee ? { payee } : {}),
        ...(input.ending ? { endedBy: partsOfEnding(input.ending).endedBy } : {}),
      },
    };
    const told = { type, occurredAt, payload, by: ctx.actor.userId, now: ctx.now };
    if (isReplay(events, told, (at) => dateIn(zone, at))) return ok(null);
    const facts = factsFrom(input, factsOf(events));
    const recorded = await recordEvent(tx, ctx, kase, {
      type,
      occurredAt,
      payload: { ...payload, facts },
      note,
    });
    if (!recorded.ok) return recorded;
    if (type === "payment" && amount.value && payee)
      await bookReported(tx, ctx, kase, {
        event: recorded.value,
        legs: paymentLegs(bookOf(kase), payee, amount.value),
        zone,
      });
    if (type === "dispute") await tellOfDispute(tx, ctx, kase);
    return ok(null);
  });
}

/** Books a payment past the provider: the money where it came in with the report of it, and what the case owes from now on. */
async function bookReported(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  { event, legs, zone }: { event: TimelineEvent; legs: Leg[]; zone: string },
): Promise<void> {
  const at = event.occurredAt;
  await poster(tx, ctx, { caseId: kase.caseId, zone })(reportKey("payment", event.id), at, legs);
  await settleCase(tx, ctx, kase, { zone, at, trigger: event.id });
}

/** Now for something of today, noon of its day otherwise; null for what has not happened yet. */
function momentOf({ occurredOn, sentOn }: RecordFact, zone: string, now: Date): Date | null {
  if (sentOn && sentOn > dateIn(zone, now)) return null;
  if (occurredOn === dateIn(zone, now)) return now;
  const noon = instantAt(zone, occurredOn);
  return noon && noon <= now ? noon : null;
}

async function tellOfDispute(tx: Tx, ctx: Ctx, { caseId, code, creditorOrgId, collectorOrgId }: CaseRow) {
  for (const toOrgId of new Set([creditorOrgId, collectorOrgId])) {
    if (!toOrgId) continue;
    const href = `/cases/${caseId}`;
    await notify(tx, ctx, { toOrgId, kind: "dispute_recorded", values: { case: code }, href });
  }
}

/** Minor units of the claim's currency. */
function amountFrom({ amount }: RecordFact, currency: string) {
  if (amount === undefined || !isClaimCurrency(currency)) return ok(null);
  const parsed = parseAmount(amount, currency);
  return parsed.ok ? parsed : err({ kind: "amount" as const, field: "amount" });
}

/** A plan runs through its last day where the debtor lives. */
export const afterDay = (zone: string, on: string): string => instantText(startOfDay(zone, dayOf(on) + 1));

function actFrom(input: RecordFact, zone: string): Partial<HistoryEvent> {
  return {
    direction: "in",
    ...(input.sentOn ? { sentOn: input.sentOn } : {}),
    ...(input.channel ? { channel: input.channel } : {}),
    ...(input.ending ? { hold: partsOfEnding(input.ending).hold } : {}),
    ...(input.lastDay ? { lastDay: input.lastDay } : {}),
    ...(input.endsOn ? { endsAt: afterDay(zone, input.endsOn) } : {}),
  };
}

/** What the record changes in what is known: interruptions of limitation, deliveries, a title. */
function factsFrom(input: RecordFact, known: Facts): Facts {
  const on = input.occurredOn;
  const interrupted = (type: string, more: object = {}): Facts => ({
    limitation: { interruptions: [...listed(known.limitation?.interruptions), { type, on, ...more }] },
  });
  switch (input.type) {
    case "payment":
      return interrupted("part_payment");
    case "acknowledgment":
      return interrupted("written_acknowledgment", { written: true, signed: true });
    case "delivery":
      return delivered(input, interrupted("demand", { delivered: true }));
    case "title_recorded":
      return { effectiveInstrument: true };
    default:
      return {};
  }
}

/** A lawyer's letter asks for payment and so interrupts like a demand, but it is not the formal demand; a notice is neither. */
function delivered({ document, occurredOn }: RecordFact, interrupted: Facts): Facts {
  switch (document) {
    case "assignment":
      return { notices: { assignmentDeliveredOn: occurredOn } };
    case "demand_payment":
      return { ...interrupted, notices: { demandDeliveredOn: occurredOn } };
    case "lawyer_letter":
      return { ...interrupted, notices: { lawyerLetterOn: occurredOn } };
    default:
      return {};
  }
}

const listed = <T>(value: T[] | null | undefined | "unknown"): T[] => (Array.isArray(value) ? value : []);
