import { Form } from "@remix-run/react";
import { Check, Circle } from "lucide-react";
import type { ReactNode } from "react";
import type { EvidenceKind, EvidenceNeed } from "#app/domain/cases/evidence.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";

export type EvidenceShown = {
  id: string;
  documentId: string;
  kind: EvidenceKind;
  title: string;
  fileName: string;
  sizeBytes: number;
};

/** `1.2 MB`, `340 KB`: sizes people compare with a limit. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** A case's documents; `removeTo` gives the address that takes one out, where that can be done. */
export function EvidenceList({
  items,
  removeTo,
  beside,
}: {
  items: EvidenceShown[];
  removeTo?: (id: string) => string;
  /** What else is to be said of an item, below it. */
  beside?: (id: string) => ReactNode;
}) {
  const t = useT();
  if (items.length === 0)
    return <EmptyState title={t("cases.evidence.none")}>{t("cases.evidence.none_text")}</EmptyState>;
  return (
    <ul className="evidence">
      {items.map((item) => (
        <li key={item.id}>
          <div>
            <a href={`/documents/${item.documentId}`} download>
              {item.title}
            </a>
            <span className="hint">
              {t(`brief.evidence.${item.kind}`)} · {item.fileName} · {sizeText(item.sizeBytes)}
            </span>
            {beside?.(item.id)}
          </div>
          {removeTo && (
            <Form method="post" action={removeTo(item.id)}>
              <Button small tone="quiet">
                {t("cases.evidence.remove")} <span className="visually-hidden">{item.title}</span>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What this claim should be proven with, and how far that has come. */
export function EvidenceChecklist({ needs }: { needs: EvidenceNeed[] }) {
  const t = useT();
  const met = needs.filter((need) => need.met).length;
  return (
    <>
      <p>{t("cases.evidence.ready", { met, total: needs.length })}</p>
      <ul className="checklist">
        {needs.map(({ key, met: done, before }) => (
          <li key={key} className={done ? "met" : "unmet"}>
            {done ? <Check aria-hidden size={16} /> : <Circle aria-hidden size={16} />}
            <span>
              {t(`cases.need.${key}`)}{" "}
              <span className="visually-hidden">({t(done ? "ladder.met" : "ladder.unmet")})</span>
              {!done && <span className="hint">{t(`cases.need.before_${before}`)}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
