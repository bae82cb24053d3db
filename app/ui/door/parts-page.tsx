import type { Affordable } from "#app/domain/debtors/affordable.ts";
import type { Proposal } from "#app/domain/debtors/proposal.ts";
import { doorMoney } from "#app/messages/door/languages.ts";
import { proposalWords } from "#app/messages/door/proposal.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateField } from "#app/ui/date-field.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

type PartsPageProps = {
  formKey: string;
  currency: string;
  /** What the means questions came to; absent before they were answered. */
  reckoned?: { possible: Affordable; proposal: Proposal | null; monthly: string; firstOn: string };
  advice: AdviceGiven;
  answer: unknown;
};

/** Two questions about means, what they come to, and a proposal: the questions' answers are kept by nobody. */
export function PartsPage({ formKey, currency, reckoned, advice, answer }: PartsPageProps) {
  const t = useDoorT();
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("parts.title")}</h1>
      <p>{t("parts.lead")}</p>
      {reckoned && <Possible {...reckoned} currency={currency} />}
      {reckoned?.possible ? (
        <ProposalForm {...{ formKey, currency }} given={reckoned} answer={null} />
      ) : (
        <Card>
          <ActionForm answer={answer} id="means">
            <MoneyField
              name="income"
              label={t("parts.income")}
              hint={t("parts.income_hint", { currency })}
              currency={currency}
            />
            <MoneyField
              name="spending"
              label={t("parts.spending")}
              hint={t("parts.spending_hint")}
              currency={currency}
            />
            <Button tone="primary" wide>
              {t("parts.reckon")}
            </Button>
          </ActionForm>
        </Card>
      )}
      <Advice advice={advice} />
    </div>
  );
}

type ProposalProps = {
  formKey: string;
  currency: string;
  given?: { monthly: string; firstOn: string };
  answer: unknown;
};

function ProposalForm({ formKey, currency, given, answer }: ProposalProps) {
  const t = useDoorT();
  return (
    <Card>
      <ActionForm answer={answer} action="/door/propose" id="propose">
        <input type="hidden" name="key" value={formKey} />
        <MoneyField
          name="monthly"
          label={t("parts.monthly")}
          currency={currency}
          defaultValue={given?.monthly}
        />
        <DateField name="firstOn" label={t("parts.first_on")} defaultValue={given?.firstOn} />
        <p className="hint">{t("parts.binds")}</p>
        <p className="hint">{t("parts.free")}</p>
        <Button tone="primary" wide>
          {t("parts.submit")}
        </Button>
      </ActionForm>
    </Card>
  );
}

/** The proposal alone: for whoever knows what they can pay, and where it was refused. */
export function ProposePage({ formKey, currency, advice, answer }: Omit<PartsPageProps, "reckoned">) {
  const t = useDoorT();
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("parts.title")}</h1>
      <ProposalForm {...{ formKey, currency, answer }} />
      <Advice advice={advice} />
    </div>
  );
}

type PossibleProps = { possible: Affordable; proposal: Proposal | null; currency: string };

function Possible({ possible, proposal, currency }: PossibleProps) {
  const t = useDoorT();
  const language = useDoorLanguage();
  if (!possible)
    return (
      <Notice tone="wait" title={t("parts.none.title")}>
        <p>{t("parts.none.text")}</p>
      </Notice>
    );
  const amount = doorMoney(possible.monthly, currency, language);
  return (
    <Notice tone="info" title={t("parts.some.title", { amount })}>
      <p>{t("parts.some.text")}</p>
      {proposal && <p>{proposalWords(proposal, currency, language)}.</p>}
    </Notice>
  );
}
