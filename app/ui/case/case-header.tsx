import type { CaseStatus } from "#app/domain/cases/moves.ts";
import { formatMoney } from "#app/messages/format.ts";
import { statusTones } from "#app/ui/cases/case-status.ts";
import { Chip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { type Tab, Tabs } from "#app/ui/tabs.tsx";

export type CaseHeading = {
  caseId: string;
  code: string;
  status: CaseStatus;
  claimKind: string;
  purpose: "consumer" | "commercial";
  principal: number;
  currency: string;
  dueOn: string;
  place: string;
  /** Last day to sue by the law's count; null where it is not known. */
  limitationLast: string | null;
  barred: boolean;
  /** Messages of the case that this reader has not seen. */
  unread: number;
};

/** The head of every page about one case: what it is, where it stands, its parts. */
export function CaseHeader({ heading, tabs }: { heading: CaseHeading; tabs: Tab[] }) {
  const t = useT();
  const locale = useLocale();
  const kindKey = `cases.kind.${heading.claimKind}`;
  const kind = t.has(kindKey) ? t(kindKey) : heading.claimKind;
  return (
    <>
      <PageHeader
        title={t("case.title", { kind, amount: formatMoney(heading.principal, heading.currency, locale) })}
        facts={[
          <CopyableId key="code" value={heading.code} />,
          heading.place,
          <Phrase key="due" of="case.fact.due" nodes={{ date: <DateText on={heading.dueOn} /> }} />,
          <Limitation key="limitation" heading={heading} />,
        ]}
        back={tabs.length > 1 ? undefined : { to: `/cases/${heading.caseId}`, label: t("case.back") }}
        status={<Chip tone={statusTones[heading.status]}>{t(`case.status.${heading.status}`)}</Chip>}
      />
      {tabs.length > 1 && <Tabs tabs={tabs} label={t("case.tabs")} />}
    </>
  );
}

function Limitation({ heading: { limitationLast, barred } }: { heading: CaseHeading }) {
  const t = useT();
  if (!limitationLast) return <>{t("case.fact.limitation_unknown")}</>;
  const date = <DateText on={limitationLast} />;
  return <Phrase of={barred ? "case.fact.barred" : "case.fact.limitation"} nodes={{ date }} />;
}
