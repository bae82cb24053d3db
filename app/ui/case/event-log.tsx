import { Link } from "@remix-run/react";
import type { Proposal } from "#app/domain/debtors/proposal.ts";
import { type Finding, lifecycleTypes } from "#app/domain/law/types.ts";
import { type EventWords, eventTitle } from "#app/messages/event.ts";
import { proposalText } from "#app/messages/proposal.ts";
import { Chip } from "#app/ui/chip.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { TimelineFeed } from "#app/ui/timeline-feed.tsx";
import { Findings } from "./findings.tsx";

export type LogEntry = EventWords & {
  seq: number;
  occurredAt: string;
  findings: Finding[];
  note: string | null;
  /** What the debtor proposed by it. */
  proposal: Proposal | null;
  proofs: { documentId: string; title: string }[];
  /** The message to the debtor that it counts, or takes back. */
  sent: string | null;
  /** Messages about it that its reader may read. */
  messages: string[];
  by: string;
  hash: string;
};

type EventLogProps = {
  entries: LogEntry[];
  zone: string;
  currency: string;
  /** Where its reader can write about an entry; null where nobody can be written to. */
  writeAt: string | null;
  /** Where messages to the debtor can be read; null for who may not. */
  contactAt: string | null;
};

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

function Entries({ entries, zone, currency, writeAt, contactAt, label }: EventLogProps & { label: string }) {
  const t = useT();
  const items = entries.map((entry) => ({
    key: String(entry.seq),
    at: entry.occurredAt,
    zone,
    title: <EventTitle entry={entry} currency={currency} />,
    chip: entry.type === "attempt_blocked" ? <Chip tone="shut">{t("log.blocked")}</Chip> : undefined,
    children: <EventBody entry={entry} zone={zone} currency={currency} />,
    meta: <EventMeta entry={entry} writeAt={writeAt} contactAt={contactAt} />,
  }));
  return <TimelineFeed items={items} label={label} />;
}

function EventTitle({ entry, currency }: { entry: LogEntry; currency: string }) {
  return <>{eventTitle(entry, { t: useT(), locale: useLocale(), currency })}</>;
}

function EventBody({ entry, zone, currency }: { entry: LogEntry; zone: string; currency: string }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      {entry.findings.length > 0 && <Findings findings={entry.findings} zone={zone} />}
      {entry.attempted && <p className="feed-more">{t("log.nobody")}</p>}
      {entry.proposal && <p className="feed-more">{proposalText(entry.proposal, { t, locale, currency })}</p>}
      {entry.note && <blockquote className="feed-note">{entry.note}</blockquote>}
    </>
  );
}

type MetaProps = { entry: LogEntry } & Pick<EventLogProps, "writeAt" | "contactAt">;

function EventMeta({ entry, writeAt, contactAt }: MetaProps) {
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
      {entry.sent && contactAt && (
        <>
          {" · "}
          <Link to={`${contactAt}/${entry.sent}`}>{t("contact.see")}</Link>
        </>
      )}
      {" · "}
      {t("log.number", { seq: entry.seq })} <CopyableId value={entry.hash} short={entry.hash.slice(0, 8)} />
      {writeAt && <EntryMessages entry={entry} writeAt={writeAt} />}
    </>
  );
}

/** What was written about an entry, and the way to write about it. */
function EntryMessages({ entry: { seq, messages }, writeAt }: { entry: LogEntry; writeAt: string }) {
  const t = useT();
  const [first] = messages;
  return (
    <>
      {" · "}
      {first && (
        <>
          <Link to={`${writeAt}?at=${first}#m-${first}`}>
            {t("messages.in_log", { count: messages.length })}
            <span className="visually-hidden"> ({t("messages.about_entry", { seq })})</span>
          </Link>
          {" · "}
        </>
      )}
      <Link to={`${writeAt}?about=${seq}#write`}>
        {t("messages.write_about")}
        <span className="visually-hidden"> ({t("messages.about_entry", { seq })})</span>
      </Link>
    </>
  );
}
