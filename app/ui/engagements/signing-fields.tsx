import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Where the one-time code goes, and until when the one that was sent is good. */
export type CodeState = { email: string; openUntil: Date | null; minutes: number };

type SigningFieldsProps = {
  /** Address of the mandate's page. */
  at: string;
  /** For an amendment; the engagement itself needs none. */
  amendmentId?: string;
  code: CodeState;
  hash: string;
  firm: string;
  zone: string;
  answer: unknown;
  submit: string;
};

/** A signature in two steps, each a form that works without script: the code is asked for, then it is given with the name. */
export function SigningFields({ at, amendmentId, code, ...rest }: SigningFieldsProps) {
  const t = useT();
  const { email, openUntil, minutes } = code;
  return (
    <div className="stack">
      {openUntil ? (
        <p>
          <Phrase
            of="sign.code_open"
            values={{ email }}
            nodes={{ time: <Instant at={openUntil} zone={rest.zone} /> }}
          />
        </p>
      ) : (
        <p>{t("sign.code_lead", { email, minutes })}</p>
      )}
      <ActionForm action={`${at}/code`} label={t("sign.code_title")}>
        {amendmentId && <input type="hidden" name="amendmentId" value={amendmentId} />}
        <Button tone={openUntil ? "quiet" : "primary"}>
          {t(openUntil ? "sign.code_again" : "sign.code_send")}
        </Button>
      </ActionForm>
      {openUntil && <Signature {...rest} />}
    </div>
  );
}

function Signature({
  hash,
  firm,
  answer,
  submit,
}: Pick<SigningFieldsProps, "hash" | "firm" | "answer" | "submit">) {
  const t = useT();
  return (
    <ActionForm answer={answer} className="form" label={submit}>
      <input type="hidden" name="documentHash" value={hash} />
      <TextField
        name="code"
        label={t("sign.code")}
        hint={t("sign.code_hint")}
        autoComplete="one-time-code"
        inputMode="numeric"
        width="short"
        maxLength={10}
      />
      <TextField
        name="fullName"
        label={t("engagement.full_name")}
        hint={t("engagement.full_name_hint")}
        autoComplete="name"
      />
      <Checkbox name="consent" label={t("engagement.consent", { firm })} optional={false} />
      <div className="form-acts">
        <Button tone="primary" wide>
          {submit}
        </Button>
      </div>
    </ActionForm>
  );
}
