import { type Finding, lifecycleTypes } from "#app/domain/law/types.ts";
import { formatMoney } from "#app/messages/format.ts";
import { Chip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { TimelineFeed } from "#app/ui/timeline-feed.tsx";
import { Findings } from "./findings.tsx";

export type LogEntry = {
  seq: number;
  type: string;
  /** For a blocked attempt: what was attempted. */
  attempted: string | null;
  occurredAt: string;
  outcome: string | null;
  amount: number | null;
  findings: Finding[];
  note: string | null;
  proofs: { documentId: string; title: string }[];
  by: string;
  hash: string;
};

type EventLogProps = { entries: LogEntry[]; zone: string; currency: string };

/** What led to the engagement: worth keeping, and not what one comes to read once the case is being collected. */
const preparing = new Set<string>(
  lifecycleTypes.filter((type) => !type.startsWith("closed_") && type !== "withdrawn"),
);

/** The case's log, newest first; how the case came to its collector is folded away once something else has happened. */
export function EventLog({ entries, ...rest }: EventLogProps) {
  const t = useT();
  const since = entries.filter(({ type }) => !preparing.has(type));
  if (since.length === 0) return <Entries entries={entries} label={t("log.label")} {...rest} />;
  const before = entries.filter(({ type }) => preparing.has(type));
  return (
    <>
      <Entries entries={since} label={t("log.label")} {...rest} />
      {before.length > 0 && (
        <details className="log-before">
          <summary>{t("log.before", { count: before.length })}</summary>
          <Entries entries={before} label={t("log.before", { count: before.length })} {...rest} />
        </details>
      )}
    </>
  );
}

function Entries({ entries, zone, currency, label }: EventLogProps & { label: string }) {
  const t = useT();
  const items = entries.map((entry) => ({
    key: String(entry.seq),
    at: entry.occurredAt,
    zone,
    title: <EventTitle entry={entry} currency={currency} />,
    chip: entry.type === "attempt_blocked" ? <Chip tone="shut">{t("log.blocked")}</Chip> : undefined,
    children: <EventBody entry={entry} zone={zone} />,
    meta: <EventMeta entry={entry} />,
  }));
  return <TimelineFeed items={items} label={label} />;
}

function EventTitle({ entry, currency }: { entry: LogEntry; currency: string }) {
  const t = useT();
  const locale = useLocale();
  const name = (type: string) => {
    const key = `event.${type}`;
    return t.has(key) ? t(key) : type;
  };
  if (entry.attempted) {
    const step = `law.action.${entry.attempted}`;
    return <>{t("log.blocked_title", { step: t.has(step) ? t(step) : name(entry.attempted) })}</>;
  }
  const outcome = `step.outcome.${entry.outcome}`;
  const details = [
    entry.outcome && t.has(outcome) ? t(outcome) : null,
    entry.amount ? t("log.amount", { amount: formatMoney(entry.amount, currency, locale) }) : null,
  ].filter(Boolean);
  return <>{[name(entry.type), ...details].join(" · ")}</>;
}

function EventBody({ entry, zone }: { entry: LogEntry; zone: string }) {
  const t = useT();
  return (
    <>
      {entry.findings.length > 0 && <Findings findings={entry.findings} zone={zone} />}
      {entry.attempted && <p className="feed-more">{t("log.nobody")}</p>}
      {entry.note && <blockquote className="feed-note">{entry.note}</blockquote>}
    </>
  );
}

function EventMeta({ entry }: { entry: LogEntry }) {
  const t = useT();
  return (
    <>
      {t("log.by", { who: entry.by })}
      {entry.proofs.map(({ documentId, title }) => (
        <span key={documentId}>
          {" · "}
          <a href={`/documents/${documentId}`}>{title}</a>
        </span>
      ))}
      {" · "}
      {t("log.number", { seq: entry.seq })} <CopyableId value={entry.hash} short={entry.hash.slice(0, 8)} />
    </>
  );
}
