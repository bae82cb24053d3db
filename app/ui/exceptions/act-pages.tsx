import type { ExceptionKind, MoneyActName } from "#app/domain/payments/exceptions.ts";
import { formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import type { ActLine } from "./desk-page.tsx";

const useBack = () => ({ to: "/admin/exceptions", label: useT()("nav.exceptions") });

type ProposalView = {
  caseId: string;
  key: string;
  kind: ExceptionKind;
  act: MoneyActName;
  actId: string;
  currency: string;
  amount: number;
  paid: number;
  typed: string;
};

/** What an admin proposes to do about an exception, with the reason another one will read. */
export function ProposePage({ view, answer }: { view: ProposalView | null; answer: unknown }) {
  const t = useT();
  const locale = useLocale();
  const back = useBack();
  if (!view)
    return (
      <FormPage title={t("desk.propose")} back={back}>
        <Notice>{t("desk.gone")}</Notice>
      </FormPage>
    );
  const { caseId, key, kind, act, actId, currency, amount, paid, typed } = view;
  return (
    <FormPage title={t(`desk.act.${act}`)} lead={t(`desk.lead.${act}`)} back={back}>
      <ActionForm answer={answer} values={{ amount: typed }}>
        <p className="form-say">
          {t(`desk.kind.${kind}`)} · {formatMoney(amount, currency, locale)}
        </p>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="actId" value={actId} />
        {act === "refund" && (
          <MoneyField
            name="amount"
            label={t("money.amount")}
            hint={t("desk.at_most", { amount: formatMoney(paid, currency, locale) })}
            currency={currency}
          />
        )}
        <TextArea
          name="reason"
          label={t("desk.reason")}
          hint={t(`desk.reason_hint.${act === "answer_dispute" ? "dispute" : "other"}`)}
          maxLength={2000}
        />
        <Button tone="primary">{t("desk.propose_submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}

/** A proposal of another admin, to be approved or refused. */
export function DecidePage({ proposal, answer }: { proposal: ActLine | null; answer: unknown }) {
  const t = useT();
  const locale = useLocale();
  const back = useBack();
  return (
    <FormPage title={t("desk.decide_title")} lead={t("desk.decide_lead")} back={back}>
      {proposal ? (
        <ActionForm answer={answer}>
          <div className="form-say">
            <KeyValue
              pairs={[
                { label: t("desk.what"), value: t(`desk.act.${proposal.act}`) },
                { label: t("desk.about"), value: proposal.about },
                ...(proposal.amount === null
                  ? []
                  : [
                      {
                        label: t("money.amount"),
                        value: formatMoney(proposal.amount, proposal.currency, locale),
                      },
                    ]),
                { label: t("desk.by"), value: proposal.by },
                { label: t("desk.reason"), value: proposal.reason },
              ]}
            />
          </div>
          <input type="hidden" name="caseId" value={proposal.caseId} />
          <input type="hidden" name="actId" value={proposal.id} />
          <RadioCards
            name="verdict"
            label={t("desk.verdict")}
            choices={[
              { value: "approved", label: t("desk.verdict.approved"), hint: t(`desk.done.${proposal.act}`) },
              { value: "refused", label: t("desk.verdict.refused"), hint: t("desk.done.refused") },
            ]}
          />
          <Button tone="primary">{t("desk.decide_submit")}</Button>
        </ActionForm>
      ) : (
        <Notice>{t("desk.gone")}</Notice>
      )}
    </FormPage>
  );
}
