import { addressOf } from "#app/domain/contact/channel.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { Reader } from "#db/client.ts";
import { debtorOf } from "#db/queries/cases.ts";
import { channelOf, type DebtorChannel } from "#db/queries/contact.ts";

type Debtor = NonNullable<Awaited<ReturnType<typeof debtorOf>>>;

export type DebtorAddress =
  | { kind: "no-address"; debtor: Debtor | null }
  | { kind: "unverified" | "dead"; debtor: Debtor; email: string; addressKey: string }
  | { kind: "verified"; debtor: Debtor; email: string; addressKey: string; channel: DebtorChannel };

/** The debtor's own e-mail address and whether it may be used: another address on file than was verified is not verified. */
export async function debtorAddress(
  reader: Reader,
  { secrets }: Pick<Ctx, "secrets">,
  caseId: string,
): Promise<DebtorAddress> {
  const debtor = await debtorOf(reader, caseId);
  if (!debtor?.email) return { kind: "no-address", debtor };
  const email = addressOf(debtor.email);
  const addressKey = secrets.mac("debtor-address", email);
  const channel = await channelOf(reader, { caseId, addressKey });
  if (!channel) return { kind: "unverified", debtor, email, addressKey };
  if (channel.deadAt) return { kind: "dead", debtor, email, addressKey };
  return { kind: "verified", debtor, email, addressKey, channel };
}
