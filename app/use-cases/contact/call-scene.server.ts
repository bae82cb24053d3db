import { isHeard, type RecordCall } from "#app/domain/contact/call-forms.ts";
import { type Said, scriptsOf } from "#app/domain/contact/call-scripts.data.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Court } from "#app/domain/timeline/judge.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import { numberMark } from "#app/use-cases/number-mark.server.ts";
import { type Act, courtOf } from "#app/use-cases/record-event.server.ts";
import { byMachine, type Sight } from "#app/use-cases/sights.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { actsElsewhere } from "./contact-scene.server.ts";
import { addressFields, debtorAddress } from "./debtor-address.server.ts";

export type CallScene = {
  court: Court;
  act: Act;
  elsewhere: HistoryEvent[];
  zone: string;
  /** Null fields: not on file, or erased. */
  debtor: { name: string | null; phone: string | null };
  /** The disclosures that the scripts of this law know. */
  candidates: Said[];
};

type Call = Partial<Pick<RecordCall, "outcome" | "said" | "recording">>;

/** A call to the debtor at this moment: before it is made, or with what came of it. Calls of other cases count where the number is the same. */
export async function callScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { sight, ...call }: Call & { sight: Sight<"name" | "phone"> },
): Promise<CallScene> {
  const compared = byMachine({ caseId: kase.caseId, fields: addressFields });
  const [debtor, court, address] = await Promise.all([
    openDebtor(reader, ctx, sight),
    courtOf(reader, ctx, kase),
    debtorAddress(reader, ctx, { sight: compared, channel: "sms" }),
  ]);
  const elsewhere =
    address.kind === "no-address"
      ? []
      : await actsElsewhere(reader, { caseId: kase.caseId, addressKey: address.addressKey });
  const phone = debtor?.person?.phone ?? null;
  const candidates = [
    ...new Set(scriptsOf(court.pack.id).flatMap(({ reveal }) => reveal.flatMap(({ says }) => says ?? []))),
  ];
  const number = phone ? { number: numberMark(ctx, kase.caseId, phone) } : {};
  return {
    ...{ court, elsewhere, candidates, zone: debtor?.zones[0] ?? "UTC" },
    act: actOf(ctx, { call, number, candidates }),
    debtor: { name: debtor?.person?.name ?? null, phone },
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
  const items = candidates.filter((each) => each !== "record");
  return {
    items: Object.fromEntries(items.map((each) => [each, said.includes(each)])),
    ...(candidates.includes("record") && said.includes("record") ? { record: true, bothConsent: true } : {}),
    ...(candidates.includes("record") && !said.includes("record") ? { record: false } : {}),
  };
}
