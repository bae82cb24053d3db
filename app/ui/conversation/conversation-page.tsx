import { Link, useNavigation } from "@remix-run/react";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Composer } from "./composer.tsx";
import { MessageItem, type MessageLine, SendingItem } from "./message-item.tsx";

export type ConversationView = {
  heading: CaseHeading;
  relation: string;
  creditorName: string;
  collectorName: string | null;
  otherName: string | null;
  open: boolean;
  closed: boolean;
  messages: MessageLine[];
  earlier: string | null;
  latest: boolean;
  mentionable: string[];
  key: string;
  lastOwn: string | null;
  reply: { id: string; authorName: string; words: string } | null;
  about: number | null;
  zone: string;
  now: string;
};

/** What the two sides of a case write to each other, the latest at the end, and the place to write. */
export function ConversationPage({ view, answer }: { view: ConversationView; answer: unknown }) {
  const t = useT();
  const { heading, relation, creditorName, collectorName, messages, open, closed } = view;
  const nothingYet = messages.length === 0 && collectorName === null;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, relation, t)} />
      <div className="stack conversation">
        {collectorName && (
          <p className="lead">{t("messages.lead", { creditor: creditorName, collector: collectorName })}</p>
        )}
        {nothingYet ? (
          <EmptyState title={t("messages.not_engaged")}>
            <p>{t("messages.not_engaged_text")}</p>
          </EmptyState>
        ) : (
          <Messages view={view} />
        )}
        {closed && <Notice tone="shut">{t("messages.closed")}</Notice>}
        {open && (
          <Card title={t("messages.write")} id="write">
            <Composer key={view.lastOwn} view={view} answer={answer} />
          </Card>
        )}
      </div>
    </>
  );
}

function Messages({ view }: { view: ConversationView }) {
  const t = useT();
  const { heading, messages, earlier, latest, zone } = view;
  const at = `/cases/${heading.caseId}/messages`;
  const sending = useSending(at);
  return (
    <>
      {earlier && (
        <p>
          <Link to={`${at}?before=${earlier}`} rel="prev">
            {t("messages.earlier")}
          </Link>
        </p>
      )}
      {messages.length === 0 && !sending ? (
        <EmptyState title={t("messages.none")}>
          <p>{t("messages.none_text")}</p>
        </EmptyState>
      ) : (
        <ol className="messages" aria-label={t("messages.list")}>
          {messages.map((message) => (
            <MessageItem key={message.id} message={message} at={at} zone={zone} open={view.open} />
          ))}
          {sending && <SendingItem words={sending} />}
        </ol>
      )}
      {!latest && (
        <p>
          <Link to={at} rel="next">
            {t("messages.latest")}
          </Link>
        </p>
      )}
    </>
  );
}

/** What is on its way to the server, shown in its place at once; null when nothing is. */
function useSending(at: string): string | null {
  const { formData, formAction } = useNavigation();
  const body = formAction?.startsWith(at) ? formData?.get("body") : null;
  return typeof body === "string" && body.trim() ? body : null;
}
