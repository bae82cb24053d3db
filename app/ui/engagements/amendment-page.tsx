import type { PaperText } from "#app/domain/engagements/contents.ts";
import type { Finding } from "#app/domain/law/types.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { PaperArticle, PaperDownload, SignatureList } from "./engagement-paper.tsx";
import { type CodeState, SigningFields } from "./signing-fields.tsx";

type Signature = { name: string; at: Date } | null;
type Amendment = {
  id: string;
  number: number;
  text: PaperText;
  hash: string;
  certified: boolean;
  answerBy: Date;
  status: "proposed" | "agreed" | "declined" | "withdrawn";
  side: "creditor" | "collector";
  own: boolean;
  mayDecide: boolean;
  firms: { creditor: string; collector: string };
  signatures: { creditor: Signature; collector: Signature };
  code: CodeState;
};
type AmendmentPageProps = {
  view: { /** Of the case or the lot. */ home: string; zone: string; amendment: Amendment };
  answer: { errors: object; findings: Finding[] } | undefined;
};

/** An amendment: what it changes, who has signed it, and the reader's own signature or refusal where it waits. */
export function AmendmentPage({ view, answer }: AmendmentPageProps) {
  const t = useT();
  const { home, zone, amendment } = view;
  const at = `${home}/engagement/amendments/${amendment.id}`;
  const back = { to: `${home}/engagement`, label: t("engagement.paper") };
  const unsigned = amendment.mayDecide && !amendment.signatures[amendment.side];
  return (
    <div className="stack">
      <PageHeader
        title={amendment.text.title}
        facts={[t(`amendment.status.${amendment.status}`)]}
        back={back}
      />
      {answer && answer.findings.length > 0 && (
        <Notice tone="shut">
          <Findings findings={answer.findings} zone={zone} />
        </Notice>
      )}
      <Card title={t("engagement.paper")} aside={<PaperDownload to={`${at}/pdf`} />}>
        <PaperArticle text={amendment.text} />
      </Card>
      <Card title={t("engagement.signatures")}>
        <SignatureList paper={amendment} zone={zone} />
        {amendment.certified && (
          <PaperDownload to={`${at}/certificate`} label={t("mandate.certificate_get")} />
        )}
      </Card>
      {unsigned && <Sign home={home} amendment={amendment} zone={zone} answer={answer} />}
      {amendment.mayDecide && (
        <Card>
          <p>{t("amendment.decline_text")}</p>
          <ActionForm action={`${at}/decline`} label={t("amendment.decline")}>
            <div className="form-acts">
              <Button tone="danger">{t(amendment.own ? "amendment.withdraw" : "amendment.decline")}</Button>
            </div>
          </ActionForm>
        </Card>
      )}
    </div>
  );
}

type SignProps = { home: string; amendment: Amendment; zone: string; answer: unknown };

function Sign({ home, amendment, zone, answer }: SignProps) {
  const t = useT();
  const firm = amendment.firms[amendment.side];
  return (
    <Card title={t("engagement.sign_title", { firm })} id="sign">
      <p className="hint">
        <Phrase of="amendment.sign_by" nodes={{ time: <Instant at={amendment.answerBy} zone={zone} /> }} />
      </p>
      <SigningFields
        at={`${home}/engagement`}
        amendmentId={amendment.id}
        code={amendment.code}
        hash={amendment.hash}
        firm={firm}
        zone={zone}
        answer={answer}
        submit={t("amendment.sign_submit")}
      />
    </Card>
  );
}
