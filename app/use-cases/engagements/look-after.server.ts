import type { EngagementContents } from "#app/domain/engagements/contents.ts";
import { keepingOf, silenceDays } from "#app/domain/engagements/period.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { notify } from "#app/use-cases/notify.server.ts";
import type { Tx } from "#db/client.ts";
import { type EngagementRow, updateEngagement } from "#db/queries/engagements.ts";

const DAY_MS = 86_400_000;

/** The case or the lot that a mandate is for, and the page where both sides read of it. */
type Engaged = { code: string; creditorOrgId: string; collectorOrgId: string | null; at: string };

type Look = {
  row: EngagementRow;
  lastActAt: Date | null;
  /** Whether the law leaves the collector something to do: silence counts only then. Asked only of a collector that is silent. */
  mayAct: () => Promise<boolean>;
};

/** Looks whether a mandate's collector acts in time, and tells both sides, once, of one that does not. */
export async function watchMandate(
  tx: Tx,
  ctx: Ctx,
  engaged: Engaged,
  { row, lastActAt, mayAct }: Look,
): Promise<void> {
  const { terms }: EngagementContents = JSON.parse(row.contents);
  const engagedAt = row.engagedAt ?? ctx.now;
  const keeping = keepingOf({ engagedAt, firstActDays: terms.firstActDays, lastActAt }, ctx.now);
  if (keeping.state === "acting") {
    await updateEngagement(tx, row, { watchAt: keeping.lookAgainAt, alarmedAt: null });
    return;
  }
  const soon = new Date(ctx.now.getTime() + (silenceDays / 2) * DAY_MS);
  if (row.alarmedAt || !(await mayAct())) {
    await updateEngagement(tx, row, { watchAt: soon });
    return;
  }
  await updateEngagement(tx, row, { watchAt: soon, alarmedAt: ctx.now });
  const values = { case: engaged.code, sinceAt: (lastActAt ?? engagedAt).toISOString() };
  await tellBoth(tx, ctx, engaged, { kind: "mandate_quiet", values });
}

/** Tells both sides that the period of a mandate runs out. */
export async function tellOfPeriod(tx: Tx, ctx: Ctx, engaged: Engaged, row: EngagementRow): Promise<void> {
  await updateEngagement(tx, row, { periodToldAt: ctx.now });
  const endsOn = (row.periodEndsAt ?? ctx.now).toISOString().slice(0, 10);
  await tellBoth(tx, ctx, engaged, { kind: "mandate_period", values: { case: engaged.code, endsOn } });
}

type Told =
  | { kind: "mandate_quiet"; values: { case: string; sinceAt: string } }
  | { kind: "mandate_period"; values: { case: string; endsOn: string } };

async function tellBoth(tx: Tx, ctx: Ctx, { creditorOrgId, collectorOrgId, at }: Engaged, told: Told) {
  for (const toOrgId of [creditorOrgId, collectorOrgId ?? ""]) {
    await notify(tx, ctx, { ...told, toOrgId, href: `${at}/engagement` });
  }
}
