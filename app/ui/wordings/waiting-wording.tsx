import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DifferenceTable } from "#app/ui/difference-table.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type Waiting = {
  id: string;
  version: number;
  reason: string;
  proposedAt: string | Date;
  proposedByName: string | null;
  own: boolean;
  changes: { at: number | null; before: string; after: string }[];
  overtaken: boolean;
  mayDecide: boolean;
};

/** Other words beside those they would replace, who wants them and why, and what may be done about them. */
export function WaitingWording({ templateId, waiting }: { templateId: string; waiting: Waiting }) {
  const t = useT();
  const { reason, proposedAt, proposedByName, overtaken, mayDecide, own } = waiting;
  const path = `/admin/templates/${encodeURIComponent(templateId)}/decide`;
  return (
    <>
      {overtaken && (
        <Notice tone="shut" title={t("wording.overtaken")}>
          <p>{t("wording.overtaken_text")}</p>
        </Notice>
      )}
      <Card title={t("wording.proposed_words")} flush>
        <WordingChanges changes={waiting.changes} />
      </Card>
      <Card title={t("law_admin.why")}>
        <KeyValue
          pairs={[
            { label: t("wording.reason"), value: reason },
            {
              label: t("law_admin.proposed"),
              value: (
                <>
                  {proposedByName || t("audit.deleted_person")}, <Instant at={proposedAt} zone="UTC" />
                </>
              ),
            },
          ]}
        />
        {mayDecide && (
          <div className="form-acts">
            <LinkButton to={path} tone="primary">
              {t("wording.decide")}
            </LinkButton>
          </div>
        )}
        {own && (
          <>
            <p>{t("wording.own")}</p>
            <ActionForm action={path} label={t("wording.withdraw")}>
              <input type="hidden" name="wordingId" value={waiting.id} />
              <input type="hidden" name="verdict" value="withdrawn" />
              <Button>{t("wording.withdraw")}</Button>
            </ActionForm>
          </>
        )}
      </Card>
    </>
  );
}

/** Only the passages whose words differ. */
export function WordingChanges({ changes }: Pick<Waiting, "changes">) {
  const t = useT();
  return (
    <DifferenceTable
      member={t("wording.where")}
      none={t("wording.left_out")}
      differences={changes.map(({ at, before, after }) => ({
        key: String(at),
        name: at === null ? t("wording.subject") : t("wording.passage", { number: at + 1 }),
        before: before === "" ? null : <span className="wording-text">{before}</span>,
        after: after === "" ? null : <span className="wording-text">{after}</span>,
      }))}
    />
  );
}
