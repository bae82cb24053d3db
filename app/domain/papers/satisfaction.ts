import type { PaymentReceived, SetOff, SetOffs } from "#app/domain/ledger/set-off.ts";
import { isWithin } from "#app/domain/places/within.ts";
import type { Satisfaction, SatisfactionContent } from "./content.ts";
import { type SatisfactionRow, satisfactionRows } from "./satisfaction.data.ts";

/** What a letter that nothing is owed must add where its claim is. */
export const satisfactionNotes = ({
  jurisdiction,
  judgment,
}: Pick<SatisfactionContent, "jurisdiction" | "judgment">): SatisfactionRow[] =>
  satisfactionRows.filter(
    ({ place, judgment: titled }) => isWithin(jurisdiction, place) && (judgment || !titled),
  );

export type SatisfactionQuestion = {
  /** Whether the payments on record leave nothing; false too where that cannot be told. */
  nothingLeft: boolean;
  /** How a party closed the case, where it did, and whether it does so now. */
  closed: { how: Satisfaction; now: boolean } | null;
  /** What counts of the payments now, in minor units. */
  counted: bigint;
  /** What counted when a letter last said that nothing is owed, whether that letter still stands or not. */
  before: bigint | null;
};

/**
 * Whether nothing is owed on a claim any more, and how that came. A party's word that it is paid or settled holds as long as the payments do
 * that it was given on: where one went back, it is owed again until as much has come in.
 */
export function satisfiedBy({
  nothingLeft,
  closed,
  counted,
  before,
}: SatisfactionQuestion): Satisfaction | null {
  if (!closed) return nothingLeft ? "paid" : null;
  const held = before === null ? closed.now : counted >= before;
  return nothingLeft || held ? closed.how : null;
}

type Counted = Pick<SetOffs, "order"> & {
  payments: readonly (PaymentReceived & { setOff: Pick<SetOff, "over"> })[];
};

/** What counts of payments: what came beyond the debt goes back and does not. Without an order on file that is known of a claim for no interest. */
export function countedOf(
  { order, payments }: Counted,
  { principal, interest }: { principal: number; interest: "none" | string },
): bigint {
  const within = payments.reduce((sum, { amount, setOff }) => sum + BigInt(amount - setOff.over), 0n);
  const most = order === null && interest === "none" ? BigInt(principal) : within;
  return within < most ? within : most;
}

/** The day of the last payment that counts, which is when nothing was owed any more; null where there is none. */
export const lastPaidOn = ({ payments }: Pick<SetOffs, "payments">): string | null =>
  payments.reduce<string | null>((last, { on }) => (last === null || on > last ? on : last), null);
