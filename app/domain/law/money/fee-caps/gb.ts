import { divideDown, RATE_SCALE } from "#app/domain/law/money/decimal.ts";

/** The most a damages-based agreement may take of what is recovered, in per cent (DBA Regs 2013 reg. 4, 7). */
const CIVIL_PERCENT = 50n;
const percentByMatter: Record<string, bigint> = { personal_injury: 25n, employment: 35n, wages: 35n };
/** The most a success fee may be of the base costs, in per cent (CLSA 1990 s.58; SI 2013/689 art. 3). */
const CFA_PERCENT = 100n;
const WHOLE = 100n * RATE_SCALE;

export const dbaPercent = (matter: string | null) => percentByMatter[matter ?? ""] ?? CIVIL_PERCENT;

/** The most in minor units; a fraction of a penny is cut off. */
export const dbaCap = (recovered: number, matter: string | null) =>
  Number(divideDown(BigInt(recovered) * dbaPercent(matter), 100n));

/** A share of what is recovered, in millionths of one per cent; counsel's share and VAT are part of what is capped. */
export type DbaShare = { fee: bigint; counsel: bigint; vat: bigint; matter: string | null };

const withVat = (part: bigint, vat: bigint) => part * (WHOLE + vat);

/** Whether the lawyer's and counsel's shares, with VAT, stay within the cap. Other expenses come on top. */
export const shareWithinDba = ({ fee, counsel, vat, matter }: DbaShare) =>
  withVat(fee + counsel, vat) <= dbaPercent(matter) * RATE_SCALE * WHOLE;

/** The same for a fee in minor units on a sum recovered. */
export const amountWithinDba = (
  { amount, recovered }: { amount: number; recovered: number },
  { counsel, vat, matter }: Omit<DbaShare, "fee">,
) => {
  const fee = BigInt(amount) * WHOLE + BigInt(recovered) * counsel;
  return withVat(fee, vat) <= BigInt(recovered) * dbaPercent(matter) * RATE_SCALE * WHOLE;
};

/** Whether a success fee, in millionths of one per cent of the base costs, may be agreed. */
export const successFeeAllowed = (percent: bigint) => percent <= CFA_PERCENT * RATE_SCALE;
