import type { FeeCheck, WorkedLevel } from "#app/domain/tenders/fee-check.ts";
import { formatAmount, formatMoney } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { points } from "./fee-words.ts";

type WorkedExampleProps = {
  check: FeeCheck | null;
  principal: number;
  currency: string;
  /** What to fill in first, where it is not the usual form. */
  empty?: string;
};

/** A fee at 30, 60 and 100 % recovery beside the legal cap, announced as it changes. */
export function WorkedExample({ check, principal, currency, empty }: WorkedExampleProps) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t("example.title")}>
      <div className="stack" aria-live="polite">
        {check ? (
          <>
            <p className="hint">{t("example.lead", { amount: formatMoney(principal, currency, locale) })}</p>
            <Levels check={check} currency={currency} />
            <Verdict check={check} currency={currency} />
          </>
        ) : (
          <p className="hint">{empty ?? t("example.empty")}</p>
        )}
      </div>
    </Card>
  );
}

/** Amounts stand without their currency, which the sentence above them names. */
function Levels({ check, currency }: { check: FeeCheck; currency: string }) {
  const t = useT();
  const money = (amount: number) => formatAmount(amount, currency);
  const capped = check.levels.some(({ cap }) => cap !== null);
  const cap: Column<WorkedLevel> = {
    key: "cap",
    header: t("example.cap"),
    align: "end",
    cell: ({ cap, over }) => (
      <>
        {cap !== null && money(cap)} {over && <b className="over">{t("example.over")}</b>}
      </>
    ),
  };
  return (
    <DataTable
      caption={t("example.title")}
      rows={check.levels}
      rowKey={({ level }) => String(level)}
      empty={null}
      columns={[
        {
          key: "recovered",
          header: t("example.level"),
          cell: ({ level, recovered }) => `${level}%: ${money(recovered)}`,
        },
        { key: "fee", header: t("example.fee"), align: "end", cell: ({ fee }) => money(fee) },
        ...(capped ? [cap] : []),
        { key: "net", header: t("example.net"), align: "end", cell: ({ net }) => money(net) },
      ]}
    />
  );
}

function Verdict({ check, currency }: { check: FeeCheck; currency: string }) {
  const { verdict, rule, headroomBps, least } = check;
  const t = useT();
  const locale = useLocale();
  const source = { rule: rule?.id ?? "", citation: rule?.citation ?? "" };
  if (verdict === "barred") return <Notice tone="bad">{t("example.barred", source)}</Notice>;
  if (verdict === "over") return <Notice tone="bad">{t("example.over_text", source)}</Notice>;
  if (verdict === "warn") return <Notice tone="wait">{t("example.warn", source)}</Notice>;
  if (verdict === "under" && least !== null)
    return (
      <Notice tone="wait">
        {t("example.under", { ...source, amount: formatMoney(least, currency, locale) })}
      </Notice>
    );
  if (headroomBps === null) return <Notice tone="ok">{t("example.ok")}</Notice>;
  return (
    <Notice tone="ok">
      {t("example.ok_cap", { points: points(headroomBps) })} {rule && t("example.rule", source)}
    </Notice>
  );
}
