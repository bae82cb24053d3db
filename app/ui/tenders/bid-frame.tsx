import type { ReactNode } from "react";
import type { Finding } from "#app/domain/law/types.ts";
import { Findings } from "#app/ui/case/findings.tsx";
import { SealedChip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

type BidFrameProps = {
  /** The code of the case or the lot. */
  code: string;
  back: { to: string; label: string };
  lead: "bid.lead" | "lots.bid_lead";
  zone: string;
  closesAt: Date;
  open: boolean;
  /** Why the law does not let this bidder bid. */
  findings: Finding[];
  children: ReactNode;
};

/** The page around a bid on a case or a lot: until when it lies sealed, and what the law has against it. */
export function BidFrame({ code, back, lead, zone, closesAt, open, findings, children }: BidFrameProps) {
  const t = useT();
  return (
    <>
      <PageHeader
        back={back}
        title={t("bid.title", { case: code })}
        lead={<Phrase of={lead} nodes={{ time: <Instant at={closesAt} zone={zone} /> }} />}
        status={<SealedChip opensAt={closesAt} zone={zone} opened={!open} />}
      />
      <div className="stack">
        {findings.length > 0 && (
          <Notice tone="shut" title={t("round.not_open_title")}>
            <Findings findings={findings} zone={zone} />
          </Notice>
        )}
        {children}
      </div>
    </>
  );
}
