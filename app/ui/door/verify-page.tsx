import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

type GenuineLetter = {
  what: "letter";
  firm: string;
  licence: { number: string; issuer: string } | null;
  sentOn: string;
  channel: ContactChannel;
  acts: boolean;
};

type GenuinePaper = {
  what: "paper";
  firm: string;
  number: string;
  issuedOn: string;
  withdrawnOn: string | null;
};

export type Verified =
  | { kind: "genuine"; letter: GenuineLetter | GenuinePaper }
  | { kind: "not-ours" }
  | { kind: "too-many" };

/** The question, and under it the answer to the code that was typed or linked. */
export function VerifyPage({ verified, answer }: { verified: Verified | null; answer?: unknown }) {
  const t = useDoorT();
  return (
    <div className="stack">
      <h1>{t("verify.title")}</h1>
      {verified && <Answer verified={verified} />}
      {!verified && <p>{t("verify.lead")}</p>}
      <Card title={verified ? t("verify.again") : undefined}>
        <ActionForm action="/verify" answer={answer} id="verify">
          <TextField
            name="code"
            label={t("verify.code")}
            hint={t("verify.code_hint")}
            autoComplete="off"
            spellCheck={false}
            maxLength={60}
          />
          <Button tone={verified ? "secondary" : "primary"} wide>
            {t("verify.submit")}
          </Button>
        </ActionForm>
      </Card>
    </div>
  );
}

function Answer({ verified }: { verified: Verified }) {
  const t = useDoorT();
  if (verified.kind === "genuine")
    return verified.letter.what === "letter" ? (
      <LetterFound letter={verified.letter} />
    ) : (
      <PaperFound paper={verified.letter} />
    );
  if (verified.kind === "too-many")
    return (
      <Notice tone="wait" title={t("verify.too_many.title")}>
        <p>{t("verify.too_many.text")}</p>
      </Notice>
    );
  return (
    <Notice tone="shut" title={t("verify.no.title")}>
      <p>{t("verify.no.text")}</p>
    </Notice>
  );
}

/** A paper that says that nothing more is owed: whose it is, and whether it still holds. */
function PaperFound({ paper: { firm, number, issuedOn, withdrawnOn } }: { paper: GenuinePaper }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  const holds = withdrawnOn === null;
  return (
    <>
      <Notice tone={holds ? "ok" : "shut"} title={t(holds ? "verify.paper.yes" : "verify.paper.gone")}>
        <p>{t(holds ? "verify.paper.yes_text" : "verify.paper.gone_text")}</p>
      </Notice>
      <Card>
        <KeyValue
          pairs={[
            { label: t("verify.paper.what"), value: t("verify.paper.kind") },
            { label: t("verify.paper.by"), value: <bdi>{firm}</bdi> },
            { label: t("verify.paper.number"), value: <span className="nowrap">{number}</span> },
            { label: t("verify.paper.on"), value: doorDate(issuedOn, language) },
            ...(withdrawnOn
              ? [{ label: t("verify.paper.withdrawn_on"), value: doorDate(withdrawnOn, language) }]
              : []),
          ]}
        />
        <p>{t("verify.paper.differs")}</p>
      </Card>
    </>
  );
}

function LetterFound({ letter: { firm, licence, sentOn, channel, acts } }: { letter: GenuineLetter }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  return (
    <>
      <Notice tone="ok" title={t("verify.yes.title")}>
        <p>{t("verify.yes.text")}</p>
      </Notice>
      <Card>
        <KeyValue
          pairs={[
            { label: t("verify.from"), value: <bdi>{firm}</bdi> },
            ...(licence
              ? [
                  {
                    label: t("verify.licence"),
                    value: <bdi>{t("verify.licence_value", licence)}</bdi>,
                  },
                ]
              : []),
            { label: t("verify.on"), value: doorDate(sentOn, language) },
            { label: t("verify.channel"), value: t(`verify.channel.${channel}`) },
          ]}
        />
        {!acts && <p>{t("verify.ended")}</p>}
        <p>{t("verify.differs")}</p>
      </Card>
      <Card title={t("verify.answer.title")}>
        <p>{t("verify.answer.text")}</p>
        <p>
          <a className="button primary wide" href="/door">
            <span>{t("verify.answer.door")}</span>
          </a>
        </p>
      </Card>
    </>
  );
}
