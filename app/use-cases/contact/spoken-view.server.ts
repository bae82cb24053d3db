import { may } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { scriptsOf } from "#app/domain/contact/scripts.ts";
import type { SpokenBy } from "#app/domain/contact/spoken.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { type CaseRow, findCase, relationTo } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import type { SpokenScene } from "./spoken-scene.server.ts";

/** A case for whoever acts on it now and may know its debtor; null for anybody else. */
export async function actingOn(ctx: Ctx, caseId: string): Promise<(CaseRow & { orgId: string }) | null> {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  const { orgId } = ctx.actor;
  if (!kase || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase))) return null;
  const acts = kase.status === "engaged" && kase.collectorOrgId === orgId;
  return acts && mayKnowDebtor(ctx.actor, kase) ? { ...kase, orgId } : null;
}

/** The head of a page about a call or a visit: the case, and what time it is at the debtor's place. */
export async function spokenHead(
  ctx: Ctx,
  kase: CaseRow & { orgId: string },
  { court, zone }: Pick<SpokenScene, "court" | "zone">,
) {
  const { series } = await lawBook(ctx.db);
  const today = dateIn(zone, ctx.now);
  return {
    heading: await headingOf(kase, { facts: factsOf(court.events), today, series }, ctx),
    barred: await isBarredByConduct(ctx.db, { caseId: kase.caseId, orgId: kase.orgId }),
    ...{ zone, today, localTime: timeIn(zone, ctx.now) },
  };
}

/** What is said to the debtor in one of the languages there are, and the names of the case that stand in it. */
export async function scriptView(
  ctx: Ctx,
  kase: CaseRow & { orgId: string },
  { court, address, ...asked }: SpokenScene & { channel: SpokenBy; language: string | null },
) {
  const names = await organizationsById(ctx.db, [kase.creditorOrgId, kase.orgId]);
  const scripts = scriptsOf(court.pack.id, asked.channel);
  return {
    languages: scripts.map(({ language }) => language),
    script: scripts.find(({ language }) => language === asked.language) ?? scripts[0] ?? null,
    values: {
      collector: names.get(kase.orgId)?.name ?? "",
      creditor: names.get(kase.creditorOrgId)?.name ?? "",
      debtor: address.debtor?.name ?? translator(ctx.locale)("debtor.erased"),
      caseCode: kase.code,
    },
  };
}
