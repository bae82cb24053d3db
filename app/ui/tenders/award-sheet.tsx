import type { ReactNode } from "react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { KeyValue, type Pair } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { type ActAnswer, ActFrame } from "./act-frame.tsx";

type AwardSheetProps = {
  title: string;
  /** The bids that were chosen among. */
  back: string;
  firm: string;
  zone: string;
  /** The chosen bid in figures. */
  terms: Pair[];
  /** What the award sets off, in the order in which it happens. */
  consequences: ReactNode[];
  mayAward: boolean;
  /** An award stands already. */
  awarded: boolean;
  answer: ActAnswer;
};

/** What an award of a case or a lot sets off, before it is made. */
export function AwardSheet(props: AwardSheetProps) {
  const { title, back, zone, terms, consequences, answer } = props;
  const t = useT();
  return (
    <ActFrame title={title} back={{ to: back, label: t("award.back") }} zone={zone} answer={answer}>
      <KeyValue pairs={terms} />
      <div className="prose">
        <p>{t("award.lead")}</p>
        <ul>
          {consequences.map((each, at) => (
            <li key={at}>{each}</li>
          ))}
        </ul>
      </div>
      {props.mayAward || answer ? (
        <AwardForm {...props} />
      ) : (
        <Notice tone="shut">
          {t(props.awarded ? "tender.refusal.already-awarded" : "tender.refusal.round-not-decided")}
        </Notice>
      )}
    </ActFrame>
  );
}

function AwardForm({ back, firm, mayAward, answer }: AwardSheetProps) {
  const t = useT();
  return (
    <ActionForm answer={answer} values={{ powers: "general" }}>
      {mayAward && (
        <RadioCards
          name="powers"
          label={t("mandate.powers_title")}
          choices={(["general", "special"] as const).map((value) => ({
            value,
            label: t(`mandate.powers_${value}`),
          }))}
        />
      )}
      <div className="form-acts">
        {mayAward && (
          <Button tone="primary" wide>
            {t("award.submit", { firm })}
          </Button>
        )}
        <LinkButton to={back} tone="quiet">
          {t("award.back")}
        </LinkButton>
      </div>
    </ActionForm>
  );
}
