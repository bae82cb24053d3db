import { Link } from "@remix-run/react";
import { Check, Circle } from "lucide-react";
import type { EvidenceKind } from "#app/domain/cases/evidence.ts";
import { eventTitle } from "#app/messages/event.ts";
import { formatDate } from "#app/messages/format.ts";
import { Card } from "#app/ui/card.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";

type NeedKey = "itemised" | "primary" | "judgment" | "delivery" | "assignment" | "demand";
type Part = { met: boolean; gain: number; kind: EvidenceKind } & (
  | { key: NeedKey; shut: { id: string; title: string } | null }
  /** `on` is the day at the debtor's place. */
  | { key: "notice"; type: string; on: string }
);

/** How ready a case's papers are for a court, and what would make them readier, each gap with the way to fill it. */
export function ReadinessCard({ readiness }: { readiness: { score: number; parts: Part[] } }) {
  const t = useT();
  const { score, parts } = readiness;
  const gaps = parts.filter(({ met }) => !met);
  return (
    <Card title={t("readiness.title")} aside={<strong>{t("readiness.score", { score })}</strong>}>
      <meter className="readiness" value={score} min={0} max={100} aria-label={t("readiness.title")} />
      <p className="hint">{t(gaps.length > 0 ? "readiness.lead" : "readiness.whole")}</p>
      <ul className="checklist">
        {[...gaps, ...parts.filter(({ met }) => met)].map((part, at) => (
          <li key={at} className={part.met ? "met" : "unmet"}>
            {part.met ? <Check aria-hidden size={16} /> : <Circle aria-hidden size={16} />}
            <PartLine part={part} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PartLine({ part }: { part: Part }) {
  const t = useT();
  const name = usePartName()(part);
  if (part.met)
    return (
      <span>
        {name} <span className="visually-hidden">({t("ladder.met")})</span>
      </span>
    );
  const shut = part.key === "notice" ? null : part.shut;
  const asked = new URLSearchParams({ kind: part.kind, ...(shut ? { replaces: shut.id } : {}) });
  return (
    <span>
      {name} <span className="visually-hidden">({t("ladder.unmet")})</span>{" "}
      <Link to={`?${asked}#add`}>
        {t("readiness.add")} <span className="visually-hidden">{name}</span>
      </Link>
      <span className="hint">
        {shut && `${t("readiness.shut", { title: shut.title })} `}
        {t("readiness.gain", { points: part.gain })}
      </span>
    </span>
  );
}

function usePartName() {
  const t = useT();
  const locale = useLocale();
  return (part: Part): string => {
    if (part.key !== "notice") return t(`cases.need.${part.key}`);
    const step = eventTitle({ type: part.type, ...untold }, { t, locale, currency: "" });
    return t("readiness.notice", { step, date: formatDate(part.on, locale) });
  };
}

const untold = { attempted: null, outcome: null, amount: null, fact: null };
