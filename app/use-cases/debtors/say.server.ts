import { may } from "#app/domain/accounts/access.ts";
import { type ConductReason, conductDueAt, severeConduct } from "#app/domain/debtors/conduct.ts";
import { helpDays, recordOf, type Statement, type StatementKind } from "#app/domain/debtors/statements.ts";
import { idOfDigest } from "#app/domain/ids.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { endContact } from "#app/use-cases/contact/end-contact.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { readUpload, type UploadRefusal } from "#app/use-cases/keep-document.server.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { notify, notifySides } from "#app/use-cases/notify.server.ts";
import { proofOf } from "#app/use-cases/proof.server.ts";
import { recordEvent } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import { type CaseRow, lockCase, relationTo } from "#db/queries/cases.ts";
import { insertConductReport } from "#db/queries/conduct.ts";
import { insertStatement, narrowVisits, statementBy } from "#db/queries/debtors.ts";
import { revokeLetterCode } from "#db/queries/letter-codes.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import type { Visit } from "./door-visit.server.ts";

export type SayRefusal = { kind: "case-closed" } | TooMany | UploadRefusal;

/**
 * What a debtor says at the door, as an event of the case's log. It takes effect with its event: a dispute makes the ladder rest before
 * the page answers. The same form sent again is the statement it already is. So often in a day may one thing be said, whoever is at
 * the door: each is told to both sides, and one kind never uses up another.
 */
export async function say(visit: Visit, said: Statement): Promise<Result<{ id: string }, SayRefusal>> {
  const { ctx, letter } = visit;
  const allowed = await limit(ctx, "doorSay", [`${visit.kase.caseId} ${said.kind}`]);
  if (!allowed.ok) return allowed;
  const file = said.proof ? await readUpload(ctx, said.proof) : null;
  if (file && !file.ok) return file;
  const id = idOfDigest(sha256(`${letter.id}/${said.kind}/${said.key}`));
  return transact<{ id: string }, SayRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, visit.kase.caseId);
    if (!kase || !may(ctx.actor, "door.say", relationTo(ctx.actor, kase))) throw new Error("No such visit");
    if (await statementBy(tx, { caseId: kase.caseId, id })) return ok({ id });
    if (kase.status === "closed" || kase.status === "refused") return err({ kind: "case-closed" });
    const evidenceId = await proofOf(tx, ctx, kase.caseId, { kind: "correspondence", file: file?.value });
    const event = await record(tx, ctx, kase, { said, letterId: letter.id, evidenceId });
    await insertStatement(tx, {
      ...{ caseId: kase.caseId, id, letterId: letter.id, kind: said.kind, reason: said.reason ?? null },
      ...{ saidAt: ctx.now, eventSeq: event.seq, eventHash: event.hash, evidenceId },
    });
    if (isReport(said)) await keepReport(tx, ctx, kase, { id, reason: said.reason, letter });
    await effectsOf(tx, ctx, kase, { kind: said.kind, letterId: letter.id });
    return ok({ id });
  });
}

const isReport = (said: Statement): said is Statement & { reason: ConductReason } =>
  said.kind === "report" || said.kind === "report_severe";

type Reported = { id: string; reason: ConductReason; letter: Visit["letter"] };

/**
 * Brings a report before the administrators; from this transaction on a severe one keeps the firm from writing on the case. Said again while it
 * waits, it is the same report.
 */
async function keepReport(tx: Tx, ctx: Ctx, kase: CaseRow, { id, reason, letter }: Reported): Promise<void> {
  const severe = severeConduct.has(reason);
  const dueAt = conductDueAt(severe, ctx.now);
  const { caseId } = kase;
  const againstOrgId = kase.collectorOrgId ?? letter.askedByOrgId;
  const row = { caseId, id, againstOrgId, reason, severe, reportedAt: ctx.now, dueAt };
  if (!(await insertConductReport(tx, row))) return;
  await notify(tx, ctx, {
    ...{ toOrgId: (await platformOrganization(tx))?.id ?? "", kind: "conduct_reported" },
    values: { case: kase.code, dueAt: dueAt.toISOString() },
    href: `/admin/conduct/${caseId}/${id}`,
  });
}

type Recording = { said: Statement; letterId: string; evidenceId: string | null };

async function record(tx: Tx, ctx: Ctx, kase: CaseRow, { said, letterId, evidenceId }: Recording) {
  const zone = await zoneOf(tx, kase.caseId);
  const recorded = await recordEvent(tx, ctx, kase, {
    type: recordOf[said.kind],
    occurredAt: ctx.now,
    payload: {
      act: actOf(said.kind, { today: dateIn(zone, ctx.now), now: ctx.now }),
      ...(evidenceId ? { evidenceIds: [evidenceId] } : {}),
      refs: {
        ...{ door: said.kind, letterId },
        ...(said.reason ? { reason: said.reason } : {}),
        ...(said.proposal ?? {}),
      },
    },
    note: said.words,
  });
  // What a debtor says is refused by no rule; a law that did would be a fault to be seen, not a statement lost.
  if (!recorded.ok) throw new Error("The log does not take what the debtor said");
  return recorded.value;
}

/** A dispute by the door is in writing, on its day. */
const actOf = (kind: StatementKind, { today, now }: { today: string; now: Date }): Partial<HistoryEvent> => ({
  direction: "in",
  ...(kind === "help" ? { endsAt: new Date(now.getTime() + helpDays * 86_400_000).toISOString() } : {}),
  ...(recordOf[kind] === "dispute" ? { sentOn: today } : {}),
  ...(kind === "stop_email" ? { channel: "email" } : {}),
});

type Effects = { kind: StatementKind; letterId: string };

/** What follows at once, beside the pause that the log itself brings. */
async function effectsOf(tx: Tx, ctx: Ctx, kase: CaseRow, { kind, letterId }: Effects): Promise<void> {
  const { caseId } = kase;
  if (kind === "stop_email" || kind === "stop_all") await endContact(tx, ctx, { caseId, channel: "email" });
  if (kind === "stop_all")
    for (const channel of ["post", "sms"] as const) await endContact(tx, ctx, { caseId, channel });
  if (kind === "not_me") {
    await revokeLetterCode(tx, { caseId, letterId, at: ctx.now });
    await narrowVisits(tx, { caseId, letterId });
  }
  await tellOf(tx, ctx, kase, kind);
}

async function tellOf(tx: Tx, ctx: Ctx, kase: CaseRow, kind: StatementKind): Promise<void> {
  const href = `/cases/${kase.caseId}`;
  const values = { case: kase.code };
  if (recordOf[kind] === "dispute")
    await notifySides(tx, ctx, kase, { kind: "dispute_recorded", values, href });
  else if (kind === "stop_email") await notifySides(tx, ctx, kase, { kind: "contact_stopped", values, href });
  else
    await notifySides(tx, ctx, kase, {
      ...{ kind: "debtor_said", href: kind === "parts" ? `${href}/proposal` : href },
      values: { ...values, whatKey: `door_said.${kind}` },
    });
}
