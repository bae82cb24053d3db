import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useDoorT } from "./door-words.tsx";

export type Refused = "no_entry" | "too_many" | null;

type EnterPageProps = { code: string | null; refused: Refused; answer: unknown };

/** The way in: a code, and one thing that is known about its reader. */
export function EnterPage({ code, refused, answer }: EnterPageProps) {
  const t = useDoorT();
  return (
    <div className="stack">
      <h1>{t("door.title")}</h1>
      {refused ? (
        <Notice tone={refused === "too_many" ? "wait" : "shut"} title={t(`door.${refused}.title`)}>
          <p>{t(`door.${refused}.text`)}</p>
        </Notice>
      ) : (
        <p>{t("door.lead")}</p>
      )}
      <Card>
        <ActionForm action="/door" answer={answer} values={{ letter: code }} id="enter">
          <TextField
            name="letter"
            label={t("door.letter")}
            hint={t("door.letter_hint")}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
          />
          <TextField
            name="fact"
            label={t("door.fact")}
            hint={t("door.fact_hint")}
            autoComplete="off"
            width="medium"
            maxLength={40}
          />
          <Button tone="primary" wide>
            {t("door.enter")}
          </Button>
        </ActionForm>
      </Card>
    </div>
  );
}
