import type { Personal, PersonalField } from "#app/domain/cases/personal.ts";
import { addressOf, postalAddressOf } from "#app/domain/contact/channel.ts";
import { smsNumberOf } from "#app/domain/contact/phone-numbers.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { contactFields } from "#app/domain/privacy/sights.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { openDebtor } from "#app/use-cases/debtor.server.ts";
import type { Sight } from "#app/use-cases/sights.server.ts";
import type { Reader } from "#db/client.ts";
import { channelOf, type DebtorChannel } from "#db/queries/contact.ts";

/** Whose address it is: the fields that the channels need. */
type Debtor = Pick<Personal, "name" | "email" | "phone" | "address"> & { placeCode: string; zones: string[] };

/** What the address of any channel is made of. */
export const addressFields = ["name", ...contactFields] as const;
/** What of the debtor a message of a channel has in it, and whoever reads it sees. */
export const fieldsIn = {
  email: ["name", "email", "address"],
  sms: ["name", "phone"],
  post: ["name", "address"],
} as const satisfies Record<ContactChannel, readonly PersonalField[]>;
export type AddressSight = Sight<(typeof addressFields)[number]>;

export type DebtorAddress =
  | { kind: "no-address"; debtor: Debtor | null }
  | { kind: "unverified" | "dead"; debtor: Debtor; to: string; addressKey: string }
  | { kind: "verified"; debtor: Debtor; to: string; addressKey: string; channel: DebtorChannel };

/** The address on file as it is written to, and what its blind index is of. */
const onFile: Record<ContactChannel, (debtor: Debtor) => { to: string; compared: string } | null> = {
  email({ email }) {
    const to = email && addressOf(email);
    return to ? { to, compared: to } : null;
  },
  sms({ phone, placeCode }) {
    const to = phone && smsNumberOf(phone, placeCode.slice(0, 2));
    return to ? { to, compared: to } : null;
  },
  post({ name, address }) {
    return address?.trim() ? { to: `${name}\n${address}`, compared: postalAddressOf(name, address) } : null;
  },
};

/** The debtor's own address and whether it may be used: another address on file than was verified is not verified by it. */
export async function debtorAddress(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  { sight, channel }: { sight: AddressSight; channel: ContactChannel },
): Promise<DebtorAddress> {
  const { caseId } = sight;
  const opened = await openDebtor(reader, { secrets }, sight);
  const debtor = opened?.person
    ? { ...opened.person, placeCode: opened.placeCode, zones: opened.zones }
    : null;
  const address = debtor && onFile[channel](debtor);
  if (!address) return { kind: "no-address", debtor };
  const { to } = address;
  const addressKey = secrets.mac("debtor-address", address.compared);
  const known = await channelOf(reader, { caseId, addressKey });
  if (!known) return { kind: "unverified", debtor, to, addressKey };
  if (known.deadAt) return { kind: "dead", debtor, to, addressKey };
  return { kind: "verified", debtor, to, addressKey, channel: known };
}
