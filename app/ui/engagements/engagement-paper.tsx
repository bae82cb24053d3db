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
  /** SHA-256 of the PDF, and of the power of attorney where it is a paper of its own. */
  hash: string;
  authorityHash: string | null;
  certified: boolean;
  firms: { creditor: string; collector: string };
  signatures: { creditor: Signature; collector: Signature };
};

/** The mandate as it is signed, readable without opening the PDF. `at`: the address of its page. */
export function EngagementPaper({ at, paper }: { at: string; paper: Paper }) {
  const t = useT();
  return (
    <Card title={t("engagement.paper")} aside={<PaperDownload to={`${at}/pdf`} />}>
      <PaperArticle text={paper.text} />
    </Card>
  );
}

export function PaperDownload({ to, label }: { to: string; label?: string }) {
  const t = useT();
  return (
    <LinkButton to={to} reloadDocument small>
      {label ?? t("engagement.download")}
    </LinkButton>
  );
}

/** The words of any paper. */
export function PaperArticle({ text }: { text: PaperText }) {
  return (
    <article className="paper">
      <h3>{text.title}</h3>
      <p className="hint">{text.lead}</p>
      {text.sections.map(({ heading, rows, paragraphs }) => (
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
  );
}

type SignaturesProps = { at: string; paper: Paper; zone: string; schedule?: "paper" | "list" };

/** Who has signed, the fingerprints both signed against, and the papers beside the mandate. */
export function Signatures({ at, paper, zone, schedule = "paper" }: SignaturesProps) {
  const t = useT();
  return (
    <Card title={t("engagement.signatures")}>
      <SignatureList paper={paper} zone={zone} />
      <div className="acts">
        {paper.authorityHash && <PaperDownload to={`${at}/authority`} label={t("mandate.authority_get")} />}
        {paper.authorityHash && paper.certified && (
          <PaperDownload
            to={`${at}/schedule`}
            label={t(schedule === "list" ? "lot.schedule_get" : "mandate.schedule_get")}
          />
        )}
        {paper.certified && <PaperDownload to={`${at}/certificate`} label={t("mandate.certificate_get")} />}
      </div>
    </Card>
  );
}

type Signed = Pick<Paper, "hash" | "firms" | "signatures"> & Partial<Pick<Paper, "authorityHash">>;

/** Both sides' signatures and the fingerprints they were given on. */
export function SignatureList({ paper, zone }: { paper: Signed; zone: string }) {
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
  const fingerprint = (value: string) => (
    <span className="fingerprint">
      <CopyableId value={value} />
    </span>
  );
  return (
    <KeyValue
      pairs={[
        { label: t("engagement.side.creditor"), value: signed("creditor"), note: paper.firms.creditor },
        { label: t("engagement.side.collector"), value: signed("collector"), note: paper.firms.collector },
        { label: t("engagement.hash"), value: fingerprint(paper.hash) },
        ...(paper.authorityHash
          ? [{ label: t("mandate.authority_hash"), value: fingerprint(paper.authorityHash) }]
          : []),
      ]}
    />
  );
}
