import type { PaperText } from "#app/domain/engagements/contents.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

type Signature = { name: string; at: Date } | null;

/** An engagement as one of its sides sees it. */
export type Paper = {
  text: PaperText;
  /** SHA-256 of the PDF. */
  hash: string;
  firms: { creditor: string; collector: string };
  signatures: { creditor: Signature; collector: Signature };
};

/** The mandate as it is signed, readable without opening the PDF. */
export function EngagementPaper({ caseId, paper }: { caseId: string; paper: Paper }) {
  const t = useT();
  return (
    <Card
      title={t("engagement.paper")}
      aside={
        <LinkButton to={`/cases/${caseId}/engagement/pdf`} reloadDocument small>
          {t("engagement.download")}
        </LinkButton>
      }
    >
      <article className="paper">
        <h3>{paper.text.title}</h3>
        <p className="hint">{paper.text.lead}</p>
        {paper.text.sections.map(({ heading, rows, paragraphs }) => (
          <section key={heading}>
            <h4>{heading}</h4>
            {rows.length > 0 && (
              <dl className="pairs">
                {rows.map(([label, value], at) => (
                  <div key={at}>
                    <dt>{label}</dt>
                    <dd className="written">{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </article>
    </Card>
  );
}

/** Who has signed, and the fingerprint both signed against. */
export function Signatures({ paper, zone }: { paper: Paper; zone: string }) {
  const t = useT();
  const signed = (side: "creditor" | "collector") => {
    const signature = paper.signatures[side];
    if (!signature) return t("engagement.unsigned");
    return (
      <>
        {signature.name}, <Instant at={signature.at} zone={zone} />
      </>
    );
  };
  return (
    <Card title={t("engagement.signatures")}>
      <KeyValue
        pairs={[
          { label: t("engagement.side.creditor"), value: signed("creditor"), note: paper.firms.creditor },
          { label: t("engagement.side.collector"), value: signed("collector"), note: paper.firms.collector },
          {
            label: t("engagement.hash"),
            value: (
              <span className="fingerprint">
                <CopyableId value={paper.hash} />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}
