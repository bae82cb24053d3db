import type { Need } from "#app/domain/accounts/needs.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ladder } from "#app/domain/law/ladder.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import { casesInNeed, casesToReview, unsigned } from "#db/queries/case-needs.ts";
import { lawBook, openLawChanges } from "#db/queries/law.ts";
import { eventsOf } from "#db/queries/timeline.ts";

type Row = Awaited<ReturnType<typeof casesInNeed>>[number];

/** A submitted case should be reviewed within a day. */
const reviewMs = 86_400_000;
/** Limitation is announced this long before its last day. */
const limitationNoticeDays = 180;

/** What the actor's cases ask of them, each with the moment by which. */
export async function caseNeeds(ctx: Ctx): Promise<Need[]> {
  if (ctx.actor.role === "admin") return reviewNeeds(ctx);
  const rows = await casesInNeed(ctx.db, ctx.actor);
  const side = ctx.actor.role === "creditor" ? "creditor" : "collector";
  const signing = rows.filter(({ status }) => status === "signing").map(({ caseId }) => caseId);
  const toSign = await unsigned(ctx.db, signing, side);
  const needs = await Promise.all(
    rows.map(async (row) => [
      ...(side === "creditor" ? creditorNeeds(row) : await collectorNeeds(ctx, row)),
      ...signatureNeeds(row, toSign.get(row.caseId)),
      ...limitationNeeds(row, ctx.now),
    ]),
  );
  return needs.flat();
}

async function reviewNeeds(ctx: Ctx): Promise<Need[]> {
  return [...(await casesToReviewNeeds(ctx)), ...(await lawNeeds(ctx))];
}

/** Changes of law that others proposed wait for a second pair of eyes. */
async function lawNeeds(ctx: Ctx): Promise<Need[]> {
  const open = await openLawChanges(ctx.db);
  const count = open.filter(({ proposedBy }) => proposedBy !== ctx.actor.userId).length;
  return count > 0 ? [{ kind: "law_changes", values: { count }, due: null, href: "/admin/law" }] : [];
}

async function casesToReviewNeeds(ctx: Ctx): Promise<Need[]> {
  const { waiting, since } = await casesToReview(ctx.db);
  if (!since) return [];
  const due = new Date(new Date(since).getTime() + reviewMs).toISOString();
  return [{ kind: "case_reviews", values: { count: waiting }, due, href: "/admin/cases" }];
}

function creditorNeeds({ status, caseId, code }: Row): Need[] {
  const at = { values: { case: code }, due: null };
  switch (status) {
    case "returned":
      return [{ kind: "case_returned", ...at, href: `/cases/${caseId}/edit` }];
    case "approved":
      return [{ kind: "round_to_open", ...at, href: `/cases/${caseId}/prices` }];
    case "deciding":
      return [{ kind: "bids_to_compare", ...at, href: `/cases/${caseId}/bids` }];
    default:
      return [];
  }
}

/** The rung that is open now, or a dispute that waits for an answer. */
async function collectorNeeds(ctx: Ctx, { status, stage, caseId, code, jurisdiction }: Row): Promise<Need[]> {
  if (status !== "engaged") return [];
  const events = await eventsOf(ctx.db, caseId);
  const history = historyOf(historyEventsOf(events));
  const disputed = history.holds.some(({ type, endsAt }) => type === "dispute" && !endsAt);
  if (disputed) {
    return [
      { kind: "dispute_to_answer", values: { case: code }, due: null, href: `/cases/${caseId}/record` },
    ];
  }
  const next = ladder({
    pack: packOfCase(await lawBook(ctx.db), { jurisdiction }),
    facts: factsOf(events),
    history,
    actor: await actorInputOf(ctx.db, ctx.actor, ctx.now),
    at: ctx.now.toISOString(),
    stage,
  }).find(({ state, optional }) => state === "next" && !optional);
  if (!next) return [];
  const values = { case: code, stepKey: `law.action.${next.step}` };
  return [{ kind: "step_open", values, due: null, href: `/cases/${caseId}/step?type=${next.step}` }];
}

const signatureNeeds = ({ caseId, code }: Row, signBy: Date | undefined): Need[] =>
  signBy
    ? [
        {
          kind: "signature",
          values: { case: code },
          due: signBy.toISOString(),
          href: `/cases/${caseId}/engagement`,
        },
      ]
    : [];

function limitationNeeds({ caseId, code, limitationLast }: Row, now: Date): Need[] {
  if (!limitationLast) return [];
  const due = `${limitationLast}T00:00:00.000Z`;
  const left = (new Date(due).getTime() - now.getTime()) / 86_400_000;
  if (left < 0 || left > limitationNoticeDays) return [];
  return [
    { kind: "limitation", values: { case: code, lastOn: limitationLast }, due, href: `/cases/${caseId}` },
  ];
}
