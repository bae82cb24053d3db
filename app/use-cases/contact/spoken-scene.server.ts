import type { Said } from "#app/domain/contact/script.ts";
import { saidsOf } from "#app/domain/contact/scripts.ts";
import type { SpokenBy } from "#app/domain/contact/spoken.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Court } from "#app/domain/timeline/judge.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Act, courtOf } from "#app/use-cases/record-event.server.ts";
import { byMachine } from "#app/use-cases/sights.server.ts";
import type { Reader } from "#db/client.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { actsElsewhere } from "./contact-scene.server.ts";
import { addressFields, type DebtorAddress, debtorAddress } from "./debtor-address.server.ts";

/** Where a debtor is called, and where visited: the number and the address that texts and letters go to. */
const onFileFor: Record<SpokenBy, ContactChannel> = { voice: "sms", in_person: "post" };

/** The number or address on file, to be compared and decided about. */
export const spokenAddress = (
  reader: Reader,
  ctx: Pick<Ctx, "secrets">,
  { caseId, channel }: { caseId: string; channel: SpokenBy },
): Promise<DebtorAddress> =>
  debtorAddress(reader, ctx, {
    sight: byMachine({ caseId, fields: addressFields }),
    channel: onFileFor[channel],
  });

export type SpokenScene = {
  court: Court;
  /** What reached the same number or address about other debts. */
  elsewhere: HistoryEvent[];
  zone: string;
  address: DebtorAddress;
  /** The disclosures that the scripts of this law know. */
  candidates: Said[];
};

export type SpokenAct = Pick<SpokenScene, "court" | "elsewhere" | "zone"> & { act: Act };

/** What a call or a visit to the debtor of a case is judged by, whatever comes of it. Whoever shows something of it has kept a sight before. */
export async function spokenScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { channel, subject }: { channel: SpokenBy; subject?: Act["subject"] },
): Promise<SpokenScene> {
  const { caseId } = kase;
  const [court, zone, address] = await Promise.all([
    courtOf(reader, ctx, kase, subject),
    zoneOf(reader, caseId),
    spokenAddress(reader, ctx, { caseId, channel }),
  ]);
  const elsewhere =
    address.kind === "no-address"
      ? []
      : await actsElsewhere(reader, { caseId, addressKey: address.addressKey });
  return { court, zone, address, elsewhere, candidates: saidsOf(court.pack.id, channel) };
}
