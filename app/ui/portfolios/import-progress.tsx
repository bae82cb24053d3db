import { formatCount, formatPercent } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { useLookAgain } from "#app/ui/look-again.ts";
import { useT } from "#app/ui/messages.tsx";
import { ProgressBar } from "#app/ui/progress-bar.tsx";

type ImportProgressProps = { reading: { read: number; of: number }; rows: number };

/** How far a file is read. One that stands still was broken off, and goes on when the file is sent again. */
export function ImportProgress({ reading: { read, of }, rows }: ImportProgressProps) {
  const t = useT();
  useLookAgain(true);
  const share = of > 0 ? Math.floor((Math.min(read, of) / of) * 100) * 100 : 0;
  return (
    <Card title={t("portfolios.reading")}>
      <p role="status">
        {t("portfolios.reading_of", { percent: formatPercent(share), rows: formatCount(rows) })}
      </p>
      <ProgressBar label={t("portfolios.reading")} value={read} max={of} />
      <p className="hint">{t("portfolios.importing_text")}</p>
    </Card>
  );
}
