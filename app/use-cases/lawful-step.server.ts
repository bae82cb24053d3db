import type { Role } from "#app/domain/accounts/actor.ts";
import { packOfCase } from "#app/domain/cases/case-pack.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { ladder } from "#app/domain/law/ladder.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { actorInputOf } from "#app/use-cases/record-event.server.ts";
import type { Tx } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationOf } from "#db/queries/organizations.ts";

/** Whether the law leaves the collector of a case something to do on it now. */
export async function hasLawfulStep(
  tx: Tx,
  ctx: Ctx,
  kase: CaseRow,
  events: TimelineEvent[],
): Promise<boolean> {
  const collector = kase.collectorOrgId ? await organizationOf(tx, kase.collectorOrgId) : null;
  if (!collector) return false;
  const role: Role = collector.kind === "platform" ? "guest" : collector.kind;
  const rungs = ladder({
    pack: packOfCase(await lawBook(tx), kase),
    facts: factsOf(events),
    history: historyOf(historyEventsOf(events)),
    actor: await actorInputOf(tx, { orgId: collector.id, role }, ctx.now),
    at: ctx.now.toISOString(),
    stage: kase.stage,
  });
  return rungs.some(({ state, sequel, optional }) => (state === "next" && !optional) || sequel === "next");
}
