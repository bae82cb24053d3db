import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { DocumentTextLine, type TextStanding } from "./document-text-line.tsx";

type At = Date | string;
type Recorded = {
  title: string;
  addedAt: At;
  newer: { title: string; addedAt: At } | null;
  older: { title: string } | null;
  text: TextStanding | null;
  stamp: { at: At; by: string } | null;
  sights: { id: string; at: At; purpose: "review" | "own" | "case"; orgName: string | null }[];
};

/** What of a document cannot be searched, its versions and who took it out, below it in a case's list. */
export function DocumentRecord({ item, zone }: { item: Recorded | undefined; zone: string }) {
  const t = useT();
  if (!item) return null;
  const { newer, older, sights, title, text, stamp } = item;
  return (
    <>
      <DocumentTextLine text={text} />
      {stamp && (
        <span className="hint">
          {t("vault.stamped", { by: stamp.by })} · <Instant at={stamp.at} zone={zone} />
        </span>
      )}
      {newer && (
        <span className="hint">
          {t("cases.evidence.replaced_by", { title: newer.title })} ·{" "}
          <Instant at={newer.addedAt} zone={zone} />
        </span>
      )}
      {older && <span className="hint">{t("cases.evidence.newer_of", { title: older.title })}</span>}
      {sights.length === 0 ? (
        <span className="hint">{t("cases.evidence.unseen")}</span>
      ) : (
        <details>
          <summary className="hint">
            {t("cases.evidence.seen", { count: sights.length })}
            <span className="visually-hidden"> {title}</span>
          </summary>
          <ul className="sights hint">
            {sights.map(({ id, at, purpose, orgName }) => (
              <li key={id}>
                <Instant at={at} zone={zone} /> · {orgName ?? t("audit.deleted_person")} ·{" "}
                {t(`cases.evidence.purpose.${purpose}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
