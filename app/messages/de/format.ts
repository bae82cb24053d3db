import { dateAt, formatAmount } from "#app/messages/format.ts";

/** `48.250,00`: points between thousands, a comma before the cents. */
export const germanAmount = (amount: number | string, currency: string): string =>
  formatAmount(amount, currency).replace(/[.,]/g, (sign) => (sign === "," ? "." : ","));

/** `48.250,00 EUR`. */
export const germanMoney = (amount: number, currency: string): string =>
  `${germanAmount(amount, currency)}\u00a0${currency}`;

/** A civil date `YYYY-MM-DD` as `03.12.2026`. */
export const germanDate = (on: string): string => on.split("-").reverse().join(".");

/** An instant in UTC: `03.12.2026, 18:05 Uhr`. */
export const germanInstant = (at: string): string =>
  `${germanDate(dateAt(at, "UTC"))}, ${new Date(at).toISOString().slice(11, 16)} Uhr`;
