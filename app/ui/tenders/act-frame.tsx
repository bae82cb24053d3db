import type { ReactNode } from "react";
import type { Finding } from "#app/domain/law/types.ts";
import { Card } from "#app/ui/card.tsx";
import { Findings } from "#app/ui/case/findings.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** What the law found against an act that was tried. */
export type ActAnswer = { errors: object; findings: Finding[] } | undefined;

type ActFrameProps = {
  title: string;
  back: { to: string; label: string };
  zone: string;
  answer: ActAnswer;
  children: ReactNode;
};

/** A page before an act that cannot be taken back: what it means, on one card, and above it why the law refused it. */
export function ActFrame({ title, back, zone, answer, children }: ActFrameProps) {
  return (
    <>
      <PageHeader title={title} back={back} />
      <div className="stack">
        {answer && answer.findings.length > 0 && (
          <Notice tone="shut">
            <Findings findings={answer.findings} zone={zone} />
          </Notice>
        )}
        <Card>
          <div className="stack">{children}</div>
        </Card>
      </div>
    </>
  );
}
