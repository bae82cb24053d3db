import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Advice, type AdviceGiven, BackToClaim } from "./door-parts.tsx";
import { useDoorT } from "./door-words.tsx";

type PayDoorPageProps = { formKey: string; payPath: string | null; advice: AdviceGiven };

/** The page to pay at where one lies open; otherwise a word to the firm. */
export function PayDoorPage({ formKey, payPath, advice }: PayDoorPageProps) {
  const t = useDoorT();
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("pay.door.title")}</h1>
      <p>{t("pay.door.lead")}</p>
      <Card>
        <p>{t(payPath ? "pay.door.open" : "pay.door.none")}</p>
        {payPath ? (
          <p>
            <a className="button primary wide" href={payPath}>
              <span>{t("pay.door.go")}</span>
            </a>
          </p>
        ) : (
          <ActionForm id="want-to-pay">
            <input type="hidden" name="key" value={formKey} />
            <Button tone="primary" wide>
              {t("pay.door.submit")}
            </Button>
          </ActionForm>
        )}
      </Card>
      <Advice advice={advice} />
    </div>
  );
}
