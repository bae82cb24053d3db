import { dateIn } from "#app/domain/timeline/local-time.ts";
import { formatDate, formatDistance, formatInstant, formatMoney, formatZone } from "#app/messages/format.ts";
import { useLocale, useT } from "./messages.tsx";

type DateTextProps = {
  /** Civil date `YYYY-MM-DD`. */
  on: string;
  /** Today's civil date at the same place; with it the distance is spelled too. */
  today?: string;
  /** IANA zone the date is counted in. */
  zone?: string;
};

/** A civil date in words: "3 Dec 2026, in 11 days". */
export function DateText({ on, today, zone }: DateTextProps) {
  const t = useT();
  const date = formatDate(on, useLocale());
  const text = today ? t("date.with_distance", { date, distance: formatDistance(on, today, t) }) : date;
  const place = zone && t("date.zone", { zone: formatZone(`${on}T12:00:00Z`, zone) });
  return (
    <time dateTime={on} title={place} className="date">
      {text}
      {place && <span className="visually-hidden"> ({place})</span>}
    </time>
  );
}

/** An instant at a place: "27 Nov 2026, 18:00", its zone on hover and read aloud. */
export function Instant({ at, zone }: { at: string | Date; zone: string }) {
  const t = useT();
  const locale = useLocale();
  const place = t("date.zone", { zone: formatZone(at, zone) });
  return (
    <time dateTime={new Date(at).toISOString()} title={place} className="date">
      {formatInstant(at, zone, locale)}
      <span className="visually-hidden"> ({place})</span>
    </time>
  );
}

/** The day of an instant at a place, where the hour would tell nothing. */
export function Day({ at, zone }: { at: string | Date; zone: string }) {
  return <DateText on={dateIn(zone, new Date(at))} zone={zone} />;
}

type MoneyProps = {
  /** Integer minor units. */
  amount: bigint | number | string;
  /** ISO 4217. */
  currency: string;
};

/** An amount with its currency, in figures of equal width. */
export function Money({ amount, currency }: MoneyProps) {
  const locale = useLocale();
  return <span className="money">{formatMoney(amount, currency, locale)}</span>;
}
