import type { Actor } from "#app/domain/accounts/actor.ts";
import { plannedEvent, toldAction, visitAction, visitedAct } from "#app/domain/contact/visit.ts";
import type { RecordVisit, VisitPlace } from "#app/domain/contact/visit-forms.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { JudgedAct } from "#app/domain/timeline/judge.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Act } from "#app/use-cases/record-event.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { plannedAt } from "#db/queries/visits.ts";
import { type SpokenScene, spokenScene } from "./spoken-scene.server.ts";

/** Null `place`: not told yet. */
export type Visiting = {
  at: Date;
  /** Who goes: the law looks at them. */
  goes: Pick<Actor, "role"> & { userId: string; orgId: string };
  place: VisitPlace | null;
  consent: boolean;
  evidenceId: string | null;
  /** The plan that it is, where it is one: it does not stand in its own way. */
  planId: string | null;
  told?: Pick<RecordVisit, "outcome" | "said" | "recording"> & { endedAt: Date };
};

export type VisitScene = SpokenScene & {
  act: Act;
  judged: JudgedAct;
  /** Other visits to the same person that are planned. */
  planned: HistoryEvent[];
};

/** A visit to the debtor at a moment, as it is planned or as it took place. Visits of other cases count where person and address are the same. */
export async function visitScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  visiting: Visiting,
): Promise<VisitScene> {
  const { orgId, role, userId } = visiting.goes;
  const subject = { orgId, role, userId };
  const scene = await spokenScene(reader, ctx, kase, { channel: "in_person", subject });
  const { address } = scene;
  const planned =
    address.kind === "no-address"
      ? []
      : await plannedAt(reader, { addressKey: address.addressKey, besides: visiting.planId });
  const act = { ...actOf(visiting, scene), subject };
  return {
    ...scene,
    act,
    judged: { ...act, act: act.payload?.act },
    planned: planned.map(plannedEvent),
  };
}

function actOf(
  { at, goes, place, consent, evidenceId, planId, told }: Visiting,
  { address, candidates }: SpokenScene,
): Omit<Act, "subject"> {
  const atWork = address.kind === "verified" && address.channel.employerAddress;
  return {
    type: "visit",
    occurredAt: at,
    action: { ...visitAction({ place, consent, atWork }), ...(told && toldAction(told, candidates)) },
    payload: {
      act: visitedAct(told?.outcome),
      ...(evidenceId ? { evidenceIds: [evidenceId] } : {}),
      refs: {
        ...(planId ? { visitId: planId } : {}),
        ...(told ? { goes: goes.userId, endedAt: told.endedAt.toISOString() } : {}),
        ...(told?.recording ? { recording: told.recording } : {}),
      },
    },
  };
}
