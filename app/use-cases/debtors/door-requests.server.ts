import { retentionRow } from "#app/domain/privacy/retention.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { erasureOf } from "#app/use-cases/privacy/erased-documents.server.ts";
import { erasureStanding } from "#app/use-cases/privacy/erasure-standing.server.ts";
import { openRequestWords } from "#app/use-cases/privacy/request-words.server.ts";
import { type DataRequest, dataRequestsOn } from "#db/queries/data-requests.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import type { Visit } from "./door-visit.server.ts";

/** What could be erased now and what must be kept how long, and what the visitor asked before, with the answers. */
export async function doorRequests({ ctx, kase }: Pick<Visit, "ctx" | "kase">) {
  const { caseId, code } = kase;
  const zone = await zoneOf(ctx.db, caseId);
  const asked = await dataRequestsOn(ctx.db, caseId);
  const erasure = await erasureOf(ctx.db, caseId);
  const { allowed, obstacles, terms, ahead, today } = await erasureStanding(ctx.db, ctx, kase);
  return {
    erasure,
    standing: {
      ...{ allowed, obstacles },
      // What is counted from the end is what comes once it has ended.
      ahead: ahead.filter(({ from }) => from === "closed"),
      terms: terms.filter(({ endedOn }) => endedOn > today).map(({ row, endedOn }) => ({ row, endedOn })),
    },
    requests: await Promise.all(
      asked.map(async (request) => ({
        ...shown(request, zone),
        number: `${code}/${request.no}`,
        ...(await openRequestWords(ctx.db, ctx, request)),
      })),
    ),
  };
}

const shown = ({ id, kind, askedAt, dueOn, answer, against, answeredAt }: DataRequest, zone: string) => ({
  ...{ id, kind, dueOn, answer },
  askedOn: dateIn(zone, askedAt),
  answeredOn: answeredAt && dateIn(zone, answeredAt),
  obstacles: against?.obstacles ?? [],
  terms: (against?.terms ?? []).map(({ id: rule, endedOn }) => ({ row: retentionRow(rule), endedOn })),
});
