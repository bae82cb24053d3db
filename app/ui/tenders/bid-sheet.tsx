import type { FormEvent, ReactNode } from "react";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { useWorkLabels, WorkFields } from "./work-fields.tsx";

type BidSheetProps = {
  /** The round's own address. */
  at: string;
  /** The bid as it was placed, in the form's own spelling. */
  values: Record<string, string>;
  revising: boolean;
  /** The action's refusal. */
  answer: unknown;
  /** Names of the fee's fields where their labels do not say enough. */
  labels?: Record<string, string>;
  /** Works the fee through as it is typed. */
  follow: (typed: FormEvent) => void;
  /** The fee. */
  children: ReactNode;
};

/** The form of a sealed bid on a case or a lot. Without JavaScript the button "work the fee through" keeps what is filled in. */
export function BidSheet({ at, values, revising, answer, labels, follow, children }: BidSheetProps) {
  const t = useT();
  return (
    <Card>
      <div onInput={follow} onChange={follow}>
        <ActionForm
          answer={answer}
          values={values}
          action={`${at}/bid`}
          id="bid"
          labels={{ ...labels, ...useWorkLabels() }}
        >
          {children}
          <div className="field fee-check">
            <button type="submit" className="button secondary" formAction={`${at}/check`}>
              {t("bid.check")}
            </button>
          </div>
          <WorkFields />
          <div className="form-acts">
            <Button tone="primary" wide>
              {t(revising ? "bid.submit_revised" : "bid.submit")}
            </Button>
          </div>
        </ActionForm>
      </div>
    </Card>
  );
}
