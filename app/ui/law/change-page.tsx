import type { TextDifference } from "#app/domain/law/book/differences.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DifferenceTable } from "#app/ui/difference-table.tsx";
import { useErrorText } from "#app/ui/form-answer.tsx";
import { DateText, Instant } from "#app/ui/format.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ChangeChip, type ChangeLine } from "./change-table.tsx";
import { ALWAYS, subjectName, wordOr } from "./law-words.ts";

export type ChangePageProps = ChangeLine & {
  citation: string;
  url: string | null;
  reason: string;
  decidedAt: string | Date | null;
  decidedByName: string | null;
  decisionNote: string | null;
  packVersion: string | null;
  differences: TextDifference[];
  flaw: { field: string; message: string } | null;
  mayDecide: boolean;
  mayWithdraw: boolean;
  /** The paper that bears counsel's signature. */
  documentId: string | null;
};

/** A change: what it replaces by what, who wants it and why, and what may be done about it. */
export function ChangePage(change: ChangePageProps) {
  const t = useT();
  const say = useErrorText();
  const path = `/admin/law/changes/${change.id}`;
  return (
    <div className="stack">
      <PageHeader
        title={subjectName(t, change)}
        facts={[t(`law_admin.kind.${change.kind}`), wordOr(t, `law.pack.${change.packId}`, change.packId)]}
        status={<ChangeChip status={change.status} />}
        back={{ to: "/admin/law/changes", label: t("law_admin.changes") }}
      />
      {change.flaw && (
        <Notice tone="shut" title={t("law_admin.cannot_be_approved")}>
          <p>{say(change.flaw.message)}</p>
        </Notice>
      )}
      <Card title={t("law_admin.old_new")} flush>
        <DifferenceTable
          member={t("law_admin.member")}
          none={t("law_admin.nothing")}
          differences={change.differences.map(({ path: member, before, after }) => ({
            key: member,
            name: wordOr(t, `law_admin.member.${member}`, member),
            before: before && <Told value={before} />,
            after: after && <Told value={after} />,
          }))}
        />
      </Card>
      <Card title={t("law_admin.why")}>
        <KeyValue pairs={usePairs(change)} />
      </Card>
      {change.mayDecide && (
        <Card title={t("law_admin.decide")}>
          <p>{t("law_admin.decide_text")}</p>
          <div className="form-acts">
            <LinkButton to={`${path}/approve`} tone="primary">
              {t("law_admin.approve")}
            </LinkButton>
            <LinkButton to={`${path}/refuse`}>{t("law_admin.refuse")}</LinkButton>
            {change.kind !== "signature" && (
              <LinkButton
                to={`/admin/law/simulator?pack=${change.packId}&change%5B%5D=${change.id}`}
                tone="quiet"
              >
                {t("law_admin.try_on_past")}
              </LinkButton>
            )}
          </div>
        </Card>
      )}
      {change.mayWithdraw && (
        <Card title={t("law_admin.own_proposal")}>
          <p>{t("law_admin.own_proposal_text")}</p>
          <ActionForm action={`${path}/withdraw`} label={t("law_admin.withdraw")}>
            <Button>{t("law_admin.withdraw")}</Button>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}

/** Dates are spelled; everything else stands as the law has it. */
function Told({ value }: { value: string }) {
  const t = useT();
  if (value === ALWAYS) return t("law_admin.always");
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? <DateText on={value} /> : value;
}

function usePairs(change: ChangePageProps): Pair[] {
  const t = useT();
  const { citation, url, reason, effectiveOn, proposedAt, proposedByName, decidedAt, packVersion } = change;
  const by = (name: string | null) => name || t("audit.deleted_person");
  return [
    {
      label: t("law_admin.source"),
      value: url ? (
        <a href={url} rel="noopener noreferrer nofollow">
          {citation}
        </a>
      ) : (
        citation
      ),
    },
    ...(change.documentId
      ? [
          {
            label: t("law_admin.opinion"),
            value: (
              <a href={`/documents/${change.documentId}`} download>
                {t("law_admin.opinion_open")}
              </a>
            ),
          },
        ]
      : []),
    { label: t("law_admin.reason"), value: reason },
    { label: t("law_admin.effective_on"), value: <DateText on={effectiveOn} /> },
    {
      label: t("law_admin.proposed"),
      value: (
        <>
          {by(proposedByName)}, <Instant at={proposedAt} zone="UTC" />
        </>
      ),
    },
    ...(decidedAt
      ? [
          {
            label: t(`law_admin.status.${change.status}`),
            value: (
              <>
                {by(change.decidedByName)}, <Instant at={decidedAt} zone="UTC" />
              </>
            ),
            note: packVersion ? t("law_admin.version_is", { version: packVersion }) : change.decisionNote,
          },
        ]
      : []),
  ];
}
