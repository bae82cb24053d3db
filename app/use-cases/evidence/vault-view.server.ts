import { may } from "#app/domain/accounts/access.ts";
import { gainOf, readinessOf } from "#app/domain/cases/readiness.ts";
import { holdsOthersBusiness, scopeOf } from "#app/domain/engagements/hand-over.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { bundleSigner } from "#app/use-cases/bundle/export-bundle.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { type CaseDocument, listEvidence } from "./list-evidence.server.ts";

/** What the page of a case's documents shows beside them: how ready they are for a court, and whether the bundle can be taken. Null as `listEvidence`. */
export async function vaultView(ctx: Ctx, caseId: string) {
  const listed = await listEvidence(ctx, caseId);
  const kase = listed && (await findCase(ctx.db, ctx.actor, caseId));
  if (!kase) return null;
  const events = await eventsOf(ctx.db, caseId);
  return {
    listed,
    readiness: listed.open
      ? readiness(kase, { items: listed.items, events, zone: await zoneOf(ctx.db, caseId) })
      : null,
    bundle: bundleOffer(ctx, kase, events),
  };
}

type Shown = { items: readonly CaseDocument[]; events: TimelineEvent[]; zone: string };

function readiness({ answers }: CaseRow, { items, events, zone }: Shown) {
  const papers = items.map(({ text, ...item }) => ({ ...item, textState: text?.state ?? null }));
  const found = readinessOf(answers, papers, events);
  const parts = found.parts.map((part) => {
    const shown = part.key === "notice" ? { ...part, on: dateIn(zone, part.on) } : part;
    return { ...shown, gain: gainOf(found, part) };
  });
  return { score: found.score, parts };
}

function bundleOffer(ctx: Ctx, kase: CaseRow, events: TimelineEvent[]) {
  if (!may(ctx.actor, "bundle.take", relationTo(ctx.actor, kase))) return null;
  const isOthers = holdsOthersBusiness(events, scopeOf(ctx.actor, kase));
  return { isOthers, fingerprint: bundleSigner(ctx).fingerprint };
}
