import type { ConductVerdict } from "#app/domain/debtors/conduct.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { Card } from "#app/ui/card.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

export type ReportShown = {
  severe: boolean;
  verdict: ConductVerdict | null;
  reasons: string | null;
  dueOn: string;
  dueTime: string;
};

/** What became of a report of conduct, and what that means for its reader. */
export function ReportStatus({ report }: { report: ReportShown }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const { severe, verdict, reasons, dueOn, dueTime } = report;
  return (
    <Card title={t("report.status")}>
      <p>
        {verdict
          ? t(`report.${verdict}`)
          : t("report.waits", { day: doorDate(dueOn, language), time: dueTime })}
      </p>
      {severe && <p>{t(verdict ? `report.${verdict}_bars` : "report.bars")}</p>}
      {reasons && (
        <p className="own-words">
          <b>{t("report.reasons")}</b>: <bdi>{reasons}</bdi>
        </p>
      )}
    </Card>
  );
}
