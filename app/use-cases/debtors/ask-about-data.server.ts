import { may } from "#app/domain/accounts/access.ts";
import { idOfDigest } from "#app/domain/ids.ts";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { answerDueOn, type DataRequestForm } from "#app/domain/privacy/data-requests.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { dateIn, instantAt } from "#app/domain/timeline/local-time.ts";
import type { TooMany } from "#app/gateways/rate-limits.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { limit } from "#app/use-cases/limit.server.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import { sealRequestWords } from "#app/use-cases/privacy/request-words.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { lockCase, relationTo } from "#db/queries/cases.ts";
import { dataRequest, insertDataRequest } from "#db/queries/data-requests.ts";
import { platformOrganization } from "#db/queries/organizations.ts";
import { subjectKeyOf, zoneOf } from "#db/queries/subjects.ts";
import { transact } from "#db/transact.ts";
import type { Visit } from "./door-visit.server.ts";

/** `request-waits`: one is open already and is answered first; `already-erased`: there is nothing to ask about any more. */
export type AskRefusal = { kind: "request-waits" } | { kind: "already-erased" } | TooMany;

/**
 * Takes a debtor's request to have their data erased or corrected, on an open claim or one that is over, and brings it before the administrators with the day
 * it must be answered by. The same form sent again is the request it already is; one request a case waits at a time.
 */
export async function askAboutData(
  visit: Visit,
  { key, kind, words }: DataRequestForm,
): Promise<Result<null, AskRefusal>> {
  const { ctx, letter } = visit;
  const { caseId } = visit.kase;
  const allowed = await limit(ctx, "doorRequest", [caseId]);
  if (!allowed.ok) return allowed;
  const id = idOfDigest(sha256(`${letter.id}/data-request/${key}`));
  return transact<null, AskRefusal>(ctx, async (tx) => {
    const kase = await lockCase(tx, ctx.actor, caseId);
    if (!kase || !may(ctx.actor, "door.say", relationTo(ctx.actor, kase))) throw new Error("No such visit");
    if ((await subjectKeyOf(tx, caseId))?.destroyedAt) return err({ kind: "already-erased" });
    if (await dataRequest(tx, { caseId, id })) return ok(null);
    const zone = await zoneOf(tx, caseId);
    const dueOn = answerDueOn(kase.jurisdiction, dateIn(zone, ctx.now));
    const dueAt = instantAt(zone, dateOf(dayOf(dueOn) + 1), "00:00");
    const sealed = await sealRequestWords(tx, ctx, { caseId, id }, { field: "words", words });
    const no = await insertDataRequest(tx, {
      ...{ caseId, id, kind, words: sealed, askedAt: ctx.now, dueOn },
      dueAt: dueAt ?? ctx.now,
    });
    if (no === null) return err({ kind: "request-waits" });
    await insertAudit(tx, ctx, {
      ...{ operation: "data_request.made", subjectKind: "case", subjectId: caseId },
      details: { no, kind, dueOn, letterId: letter.id },
    });
    await notify(tx, ctx, {
      ...{ toOrgId: (await platformOrganization(tx))?.id ?? "", kind: "data_requested" },
      values: { case: kase.code, dueOn },
      href: `/admin/requests/${caseId}/${id}`,
    });
    return ok(null);
  });
}
