import type { ReactNode } from "react";
import type { Finding } from "#app/domain/law/types.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { NextStep, Notice } from "#app/ui/notice.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { EngagementPaper, type Paper, Signatures } from "./engagement-paper.tsx";
import { type CodeState, SigningFields } from "./signing-fields.tsx";

/** A mandate as one of its sides sees it, signed or still to be signed. */
export type SignablePaper = Paper & {
  side: "creditor" | "collector";
  signBy: Date;
  late: boolean;
  engagedAt: Date | null;
  needed: boolean;
  maySign: boolean;
  code: CodeState;
};

export type SigningAnswer = { errors: object; findings: Finding[] } | undefined;

type SignablePaperProps = {
  /** Address of the mandate's page. */
  at: string;
  paper: SignablePaper;
  zone: string;
  answer: SigningAnswer;
  /** What comes once both have signed, and where. */
  inForce: { text: string; to: string; label: string };
  /** What the schedule to the power of attorney is: a paper that names one debtor, or a list of many. */
  schedule?: "paper" | "list";
  /** How the mandate stands, once it is in force. */
  children?: ReactNode;
};

/** The mandate of a case or of a lot: what it says, who has signed it, and the reader's own signature where it is missing. */
export function SignablePaperView({
  at,
  paper,
  zone,
  answer,
  inForce,
  schedule,
  children,
}: SignablePaperProps) {
  return (
    <div className="stack">
      <Standing paper={paper} zone={zone} inForce={inForce} />
      {children}
      <EngagementPaper at={at} paper={paper} />
      <Signatures at={at} paper={paper} zone={zone} schedule={schedule} />
      {answer && answer.findings.length > 0 && (
        <Notice tone="shut">
          <Findings findings={answer.findings} zone={zone} />
        </Notice>
      )}
      {paper.needed && !paper.late && <Sign at={at} paper={paper} zone={zone} answer={answer} />}
    </div>
  );
}

/** Who must sign by when, or since when it is in force. */
function Standing({ paper, zone, inForce }: Pick<SignablePaperProps, "paper" | "zone" | "inForce">) {
  const t = useT();
  const until = <Instant at={paper.signBy} zone={zone} />;
  if (paper.engagedAt) {
    const time = <Instant at={paper.engagedAt} zone={zone} />;
    return (
      <NextStep
        title={<Phrase of="engagement.in_force" nodes={{ time }} />}
        action={
          <LinkButton to={inForce.to} tone="primary">
            {inForce.label}
          </LinkButton>
        }
      >
        <p>{inForce.text}</p>
      </NextStep>
    );
  }
  if (paper.late) {
    return (
      <NextStep title={t("engagement.late_title")}>
        <p>{t("engagement.late_text")}</p>
      </NextStep>
    );
  }
  if (paper.needed) {
    return (
      <NextStep
        title={<Phrase of="engagement.sign_by" nodes={{ time: until }} />}
        action={
          paper.maySign && (
            <LinkButton to="#sign" tone="primary">
              {t("engagement.sign_submit")}
            </LinkButton>
          )
        }
      >
        <p>{t("engagement.lead")}</p>
      </NextStep>
    );
  }
  const firm = paper.side === "creditor" ? paper.firms.collector : paper.firms.creditor;
  return (
    <NextStep title={<Phrase of="engagement.waiting" values={{ firm }} nodes={{ time: until }} />}>
      <p>{t("engagement.waiting_text")}</p>
    </NextStep>
  );
}

function Sign({ at, paper, zone, answer }: Pick<SignablePaperProps, "at" | "paper" | "zone" | "answer">) {
  const t = useT();
  const firm = paper.firms[paper.side];
  if (!paper.maySign) return <Notice tone="shut">{t("engagement.manager_only")}</Notice>;
  return (
    <Card title={t("engagement.sign_title", { firm })} id="sign">
      <p className="hint">{t("engagement.sign_lead")}</p>
      <SigningFields
        at={at}
        code={paper.code}
        hash={paper.hash}
        firm={firm}
        zone={zone}
        answer={answer}
        submit={t("engagement.sign_submit")}
      />
      <p className="hint">
        <Phrase of="engagement.sign_by" nodes={{ time: <Instant at={paper.signBy} zone={zone} /> }} />
      </p>
    </Card>
  );
}
