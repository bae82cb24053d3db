import { isHeard, type RecordCall } from "#app/domain/contact/call-forms.ts";
import type { Said } from "#app/domain/contact/script.ts";
import { saidActions } from "#app/domain/contact/spoken.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { numberMark } from "#app/use-cases/number-mark.server.ts";
import type { Act } from "#app/use-cases/record-event.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { type SpokenScene, spokenScene } from "./spoken-scene.server.ts";

export type CallScene = SpokenScene & {
  act: Act;
  /** Null fields: not on file, or erased. */
  debtor: { name: string | null; phone: string | null };
};

type Call = Partial<Pick<RecordCall, "outcome" | "said" | "recording">>;

/** A call to the debtor at this moment: before it is made, or with what came of it. Calls of other cases count where the number is the same. */
export async function callScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  call: Call = {},
): Promise<CallScene> {
  const scene = await spokenScene(reader, ctx, kase, { channel: "voice" });
  const { name = null, phone = null } = scene.address.debtor ?? {};
  const number = phone ? { number: numberMark(ctx, kase.caseId, phone) } : {};
  return {
    ...scene,
    act: actOf(ctx, { call, number, candidates: scene.candidates }),
    debtor: { name, phone },
  };
}

type Acting = { call: Call; number: { number?: string }; candidates: readonly Said[] };

function actOf({ now }: Pick<Ctx, "now">, { call, number, candidates }: Acting): Act {
  const { outcome, recording } = call;
  const base = { direction: "out", channel: "voice", recipientRole: "debtor", voice: "human" } as const;
  return {
    type: "call",
    occurredAt: now,
    action: { ...base, ...number, ...saidOf(call, candidates) },
    payload: {
      act: { ...base, ...number, ...(outcome && { outcome, connected: isHeard(outcome) }) },
      ...(recording ? { refs: { recording } } : {}),
    },
  };
}

/** Only a conversation owes its listener something; what was not ticked then was not said. */
function saidOf({ outcome, said = [] }: Call, candidates: readonly Said[]): Partial<ActionInput> {
  if (outcome !== "conversation") return {};
  const actions = saidActions(candidates, said);
  return { ...actions, ...(actions.record ? { bothConsent: true } : {}) };
}
