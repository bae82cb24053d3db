import { Link } from "@remix-run/react";
import { CalendarPlus } from "lucide-react";
import type { DateSeverity } from "#app/domain/law/case-dates/row.ts";
import type { Force } from "#app/domain/law/types.ts";
import { type DateWords, dateText } from "#app/messages/date-text.ts";
import { dateAt } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { Citation } from "#app/ui/citation.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

export type CaseDateView = DateWords & {
  subject: string;
  on: string;
  rule: string;
  force: Force;
  citation: string;
  severity: DateSeverity;
};

export type ListedDate = CaseDateView & {
  /** Civil date from which a last day is shown as pressing. */
  pressesFrom: string;
};

/** A last day years ahead is no alarm. */
function toneOf({ severity, pressesFrom }: ListedDate, today: string): ChipTone {
  if (severity === "must") return today >= pressesFrom ? "bad" : "info";
  return severity === "may" ? "ok" : "wait";
}

type CaseDatesProps = { caseId: string; dates: ListedDate[]; now: string | Date };

/** What can happen next, by when, and what must not be missed. */
export function CaseDates({ caseId, dates, now }: CaseDatesProps) {
  const t = useT();
  return (
    <Card title={t("dates.title")} id="dates">
      {dates.length === 0 ? (
        <p>{t("dates.none")}</p>
      ) : (
        <ol className="dates">
          {dates.map((date) => (
            <CaseDateItem key={date.subject} caseId={caseId} date={date} now={now} />
          ))}
        </ol>
      )}
      <p className="dates-all">
        <Link to="/account/calendar">{t("dates.all")}</Link>
      </p>
    </Card>
  );
}

function CaseDateItem({ caseId, date, now }: { caseId: string; date: ListedDate; now: string | Date }) {
  const t = useT();
  const locale = useLocale();
  const { what, text } = dateText(date, { t, locale });
  const { subject, on, zone, severity } = date;
  const today = dateAt(now, zone);
  return (
    <li className={`date-${severity}`}>
      <div className="date-head">
        <span className="date-on">
          <DateText on={on} today={today} zone={zone} />
        </span>
        <Chip tone={toneOf(date, today)}>{t(`dates.${severity}`)}</Chip>
      </div>
      <p className="date-what">
        {what} <Citation citation={date.citation} rule={date.rule} force={date.force} />
      </p>
      <p className="date-text">{text}</p>
      <a
        className="date-add"
        href={`/cases/${caseId}/dates.ics?date=${encodeURIComponent(subject)}`}
        download
        aria-label={t("dates.add_named", { what })}
      >
        <CalendarPlus aria-hidden size={14} /> {t("dates.add")}
      </a>
    </li>
  );
}
