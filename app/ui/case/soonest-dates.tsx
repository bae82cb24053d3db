import { Link } from "@remix-run/react";
import { dateText } from "#app/messages/date-text.ts";
import { dateAt } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import type { CaseDateView } from "./case-dates.tsx";

export type SoonestDate = CaseDateView & { caseId: string; code: string };

/** The legal dates that come next over all of a reader's cases. */
export function SoonestDates({ dates, now }: { dates: SoonestDate[]; now: string | Date }) {
  const t = useT();
  const locale = useLocale();
  if (dates.length === 0) return null;
  return (
    <Card
      title={t("dates.soon")}
      aside={<Link to="/account/calendar">{t("dates.soon_all")}</Link>}
      className="soonest"
    >
      <ul className="needs">
        {dates.map((date) => (
          <li key={`${date.caseId} ${date.subject}`}>
            <Link to={`/cases/${date.caseId}#dates`}>
              {t("dates.of_case", { case: date.code, what: dateText(date, { t, locale }).what })}
            </Link>
            <span className={`need-due date-${date.severity}`}>
              <DateText on={date.on} today={dateAt(now, date.zone)} zone={date.zone} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
