import { may } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { callOutlook, mustSay } from "#app/domain/contact/call.ts";
import { scriptsOf } from "#app/domain/contact/call-scripts.data.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn, timeIn } from "#app/domain/timeline/local-time.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sightFor } from "#app/use-cases/sights.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { lawBook } from "#db/queries/law.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { callScene } from "./call-scene.server.ts";

/** Whether a call to the debtor is lawful now, what is said in it, and to whom; null for whoever does not act on the case. */
export async function callView(ctx: Ctx, at: { caseId: string; language: string | null }) {
  const kase = await findCase(ctx.db, ctx.actor, at.caseId);
  const { orgId } = ctx.actor;
  if (!kase || !orgId || !may(ctx.actor, "step.record", relationTo(ctx.actor, kase))) return null;
  if (kase.status !== "engaged" || kase.collectorOrgId !== orgId || !mayKnowDebtor(ctx.actor, kase))
    return null;
  const look = { caseId: kase.caseId, fields: ["name", "phone"], purpose: "call" } as const;
  const sight = await sightFor(ctx, look);
  const { court, act, elsewhere, zone, debtor, candidates } = await callScene(ctx.db, ctx, kase, { sight });
  const judged = { ...act, act: act.payload?.act };
  const [{ series }, names, barred] = await Promise.all([
    lawBook(ctx.db),
    organizationsById(ctx.db, [kase.creditorOrgId, orgId]),
    isBarredByConduct(ctx.db, { caseId: kase.caseId, orgId }),
  ]);
  const today = dateIn(zone, ctx.now);
  const scripts = scriptsOf(court.pack.id);
  const script = scripts.find(({ language }) => language === at.language) ?? scripts[0];
  return {
    heading: await headingOf(kase, { facts: factsOf(court.events), today, series }, ctx),
    ...{ zone, debtor, barred, localTime: timeIn(zone, ctx.now) },
    ...callOutlook(court, judged, { elsewhere, zone }),
    must: mustSay(court, judged, candidates),
    languages: scripts.map(({ language }) => language),
    script,
    values: {
      collector: names.get(orgId)?.name ?? "",
      creditor: names.get(kase.creditorOrgId)?.name ?? "",
      debtor: debtor.name ?? translator(ctx.locale)("debtor.erased"),
      caseCode: kase.code,
    },
  };
}
