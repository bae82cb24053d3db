import { mustSay, outlookOf } from "#app/domain/contact/spoken.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sightFor } from "#app/use-cases/sights.server.ts";
import { callScene } from "./call-scene.server.ts";
import { actingOn, scriptView, spokenHead } from "./spoken-view.server.ts";

/** Whether a call to the debtor is lawful now, what is said in it, and to whom; null for whoever does not act on the case. */
export async function callView(ctx: Ctx, at: { caseId: string; language: string | null }) {
  const kase = await actingOn(ctx, at.caseId);
  if (!kase) return null;
  await sightFor(ctx, { caseId: kase.caseId, fields: ["name", "phone"], purpose: "call" });
  const scene = await callScene(ctx.db, ctx, kase);
  const { court, act, elsewhere, zone, debtor, candidates } = scene;
  const judged = { ...act, act: act.payload?.act };
  return {
    ...(await spokenHead(ctx, kase, scene)),
    ...(await scriptView(ctx, kase, { ...scene, channel: "voice", language: at.language })),
    ...outlookOf(court, judged, { elsewhere, zone, channel: "voice" }),
    ...{ debtor, must: mustSay(court, judged, candidates) },
  };
}
