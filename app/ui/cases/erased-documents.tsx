import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import type { RetentionRow } from "#app/domain/privacy/retention.data.ts";
import { formatDate } from "#app/messages/format.ts";
import { termText } from "#app/messages/term-text.ts";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";

export type ErasedShown = {
  on: string;
  rule: RetentionRow;
  items: { id: string; kind: EvidenceKind; addedAt: Date | string; sha256: string }[];
};

/** The documents of a case whose debtor was erased: when and by which term they went, and what the log keeps of each. */
export function ErasedDocuments({
  erased: { on, rule, items },
  zone,
}: {
  erased: ErasedShown;
  zone: string;
}) {
  const t = useT();
  const said = { on: formatDate(on, useLocale()), term: termText(t, rule) };
  if (items.length === 0)
    return (
      <Notice tone="shut" title={t("debtor.erased")}>
        <p>{t("erasure.documents_none", said)}</p>
      </Notice>
    );
  return (
    <div className="stack">
      <Notice tone="shut" title={t("erasure.documents_title", { count: items.length })}>
        <p>{t("erasure.documents_text", said)}</p>
      </Notice>
      <section>
        <h2 className="part">{t("erasure.documents_kept")}</h2>
        <ul className="evidence">
          {items.map(({ id, kind, addedAt, sha256 }) => (
            <li key={id}>
              <div>
                {t(`brief.evidence.${kind}`)}
                <span className="hint">
                  {t("erasure.documents_added")} <Instant at={addedAt} zone={zone} /> · SHA-256{" "}
                  <CopyableId value={sha256} short={`${sha256.slice(0, 12)}…`} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
