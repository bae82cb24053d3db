import type { RequestAnswer, RequestKind } from "#app/domain/privacy/data-requests.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateText, Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type RequestShown = {
  caseId: string;
  number: string;
  kind: RequestKind;
  dueOn: string;
  isLate: boolean;
  askedAt: string;
  words: string | null;
  answer: RequestAnswer | null;
  answeredAt: string | null;
  reason: string | null;
};

/** What a debtor asks about their data, in their words, and the way to answer it. */
export function DataRequestPage({
  request,
  zone,
  answer,
}: {
  request: RequestShown;
  zone: string;
  answer: unknown;
}) {
  const t = useT();
  const { caseId, number, kind, dueOn, isLate, askedAt, words, answeredAt, reason } = request;
  return (
    <div className="form stack">
      <PageHeader
        title={t("requests.one", { number })}
        facts={[t(`requests.kind.${kind}`)]}
        back={{ to: "/admin/requests", label: t("requests.title") }}
        status={isLate && <Chip tone="bad">{t("conduct.late")}</Chip>}
      />
      <Card>
        <KeyValue
          pairs={[
            { label: t("requests.asked"), value: <Instant at={askedAt} zone={zone} /> },
            { label: t("requests.due"), value: <DateText on={dueOn} /> },
            { label: t("conduct.said"), value: words ? <bdi>{words}</bdi> : t("conduct.no_words") },
          ]}
        />
      </Card>
      {request.answer ? (
        <Notice
          tone={request.answer === "refused" ? "shut" : "ok"}
          title={t(`requests.answer.${request.answer}`)}
        >
          {answeredAt && <Instant at={answeredAt} zone={zone} />}
          {reason && <p className="own-words">{reason}</p>}
        </Notice>
      ) : kind === "erase" ? (
        <p className="acts">
          <LinkButton to={`/admin/cases/${caseId}/erase`} tone="primary">
            {t("requests.look_erase")}
          </LinkButton>
        </p>
      ) : (
        <Correct caseId={caseId} answer={answer} />
      )}
    </div>
  );
}

function Correct({ caseId, answer }: { caseId: string; answer: unknown }) {
  const t = useT();
  return (
    <Card title={t("requests.correct")}>
      <p className="hint">
        {t("requests.correct_hint")} <a href={`/admin/cases/${caseId}/debtor`}>{t("requests.on_file")}</a>
      </p>
      <ActionForm answer={answer}>
        <RadioCards
          name="answer"
          label={t("requests.decision")}
          choices={(["corrected", "refused"] as const).map((value) => ({
            value,
            label: t(`requests.decide.${value}`),
            hint: t(`requests.decide.${value}_hint`),
          }))}
        />
        <TextField name="name" label={t("requests.name")} optional maxLength={200} />
        <TextArea name="address" label={t("case.address")} optional rows={3} maxLength={400} />
        <TextField name="phone" label={t("requests.phone")} optional type="tel" maxLength={24} />
        <TextField name="email" label={t("requests.email")} optional type="email" maxLength={254} />
        <TextArea
          name="reason"
          label={t("conduct.reasons")}
          hint={t("requests.reason_hint")}
          optional
          rows={4}
          maxLength={2000}
        />
        <Button tone="primary">{t("requests.submit")}</Button>
      </ActionForm>
    </Card>
  );
}
