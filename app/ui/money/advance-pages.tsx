import type { AdvanceAct, AdvanceKind } from "#app/domain/advances/advances.ts";
import { acceptedFiles } from "#app/domain/media-types.ts";
import { formatMoney } from "#app/messages/format.ts";
import { FormPage } from "#app/ui/account/form-page.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";

type Evidence = { id: string; title: string }[];
type Head = { caseId: string; code: string; currency: string; evidence: Evidence };

const back = ({ caseId, code }: Pick<Head, "caseId" | "code">) => ({
  to: `/cases/${caseId}/money`,
  label: code,
});

/** A paper, new or already on the case. */
function PaperFields({ evidence, hint, optional }: { evidence: Evidence; hint: string; optional: boolean }) {
  const t = useT();
  return (
    <>
      <FileField
        name="proof"
        label={t("advance.paper")}
        hint={hint}
        accept={acceptedFiles}
        optional={optional || evidence.length > 0}
      />
      {evidence.length > 0 && (
        <Select
          name="evidenceId"
          label={t("step.proof_existing")}
          optional
          choices={evidence.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </>
  );
}

type AskAdvancePageProps = {
  view: Head & {
    advanceId: string;
    acts: { act: AdvanceAct; fee: { amount: number; citation: string } | null }[];
    kinds: AdvanceKind[];
    fixedFeeLeft: number;
    free: number;
  };
  answer: unknown;
};

/** For which act, and how much: what the court's schedule says is filled in by itself. */
export function AskAdvancePage({ view, answer }: AskAdvancePageProps) {
  const t = useT();
  const locale = useLocale();
  const { advanceId, acts, kinds, fixedFeeLeft, free, currency, evidence } = view;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const nameOf = ({ act, fee }: AskAdvancePageProps["view"]["acts"][number]) =>
    fee
      ? t("advance.act_fee", {
          act: t(`law.action.${act}`),
          amount: money(fee.amount),
          citation: fee.citation,
        })
      : t("advance.act_no_fee", { act: t(`law.action.${act}`) });
  return (
    <FormPage title={t("advance.ask")} lead={t("advance.ask_lead")} back={back(view)}>
      <ActionForm answer={answer} values={{ kind: "court_costs" }} multipart>
        <input type="hidden" name="advanceId" value={advanceId} />
        {free > 0 && <Notice tone="info">{t("advance.free_counts", { amount: money(free) })}</Notice>}
        <Select
          name="act"
          label={t("advance.act")}
          choices={acts.map((each) => ({ value: each.act, label: nameOf(each) }))}
        />
        <RadioCards
          name="kind"
          label={t("advance.kind")}
          choices={kinds.map((kind) => ({
            value: kind,
            label: t(`advance.kind.${kind}`),
            hint: kind === "fixed_fee" ? t("advance.fixed_left", { amount: money(fixedFeeLeft) }) : undefined,
          }))}
        />
        <MoneyField
          name="amount"
          label={t("advance.amount")}
          hint={t("advance.amount_hint")}
          currency={currency}
          optional
        />
        <PaperFields evidence={evidence} hint={t("advance.paper_hint")} optional />
        <Button tone="primary">{t("advance.ask_submit")}</Button>
      </ActionForm>
    </FormPage>
  );
}

type OneAdvanceProps = {
  view: Head & {
    today: string;
    advance: {
      id: string;
      act: AdvanceAct;
      kind: AdvanceKind;
      state: string;
      need: number;
      most: number;
      typedNeed: string;
    } | null;
  };
  answer: unknown;
};

/** What the receipt says. */
export function SpendAdvancePage({ view, answer }: OneAdvanceProps) {
  const t = useT();
  const locale = useLocale();
  const { advance, currency, today, evidence } = view;
  return (
    <FormPage title={t("advance.spend")} lead={t("advance.spend_lead")} back={back(view)}>
      {advance?.state === "funded" ? (
        <ActionForm answer={answer} values={{ spentOn: today, amount: advance.typedNeed }} multipart>
          <p className="form-say">
            {t("advance.spend_most", {
              act: t(`law.action.${advance.act}`),
              amount: formatMoney(advance.most, currency, locale),
            })}
          </p>
          <input type="hidden" name="advanceId" value={advance.id} />
          <DateField name="spentOn" label={t("advance.spent_on")} max={today} />
          <MoneyField name="amount" label={t("advance.spent_amount")} currency={currency} />
          <PaperFields evidence={evidence} hint={t("advance.receipt_hint")} optional={false} />
          <Button tone="primary">{t("advance.spend_submit")}</Button>
        </ActionForm>
      ) : (
        <Notice tone="info">{advance ? t("refusal.advance-not-funded") : t("advance.none")}</Notice>
      )}
    </FormPage>
  );
}

export function EndAdvancePage({ view, answer }: OneAdvanceProps) {
  const t = useT();
  const locale = useLocale();
  const { advance, currency } = view;
  return (
    <FormPage title={t("advance.end")} lead={t("advance.end_lead")} back={back(view)}>
      {advance ? (
        <ActionForm answer={answer}>
          <p className="form-say">
            {t("advance.end_which", {
              act: t(`law.action.${advance.act}`),
              amount: formatMoney(advance.need, currency, locale),
            })}
          </p>
          <input type="hidden" name="advanceId" value={advance.id} />
          <Button tone="danger">{t("advance.end_submit")}</Button>
        </ActionForm>
      ) : (
        <Notice tone="info">{t("advance.none")}</Notice>
      )}
    </FormPage>
  );
}
