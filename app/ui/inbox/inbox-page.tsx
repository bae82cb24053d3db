import { Link } from "@remix-run/react";
import { Settings } from "lucide-react";
import { type InboxTab, inboxTabs } from "#app/domain/accounts/inbox-tabs.ts";
import { type NoticeLine, NoticeList } from "#app/ui/account/notice-list.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TaskChip } from "#app/ui/conversation/task-chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

type TaskLine = {
  id: string;
  code: string;
  authorName: string;
  words: string;
  dueAt: string | Date;
  state: "open" | "overdue" | "done";
  href: string;
};

type InboxPageProps = {
  tab: InboxTab;
  counts: { unread: number; tasks: number };
  notices: NoticeLine[];
  tasks: TaskLine[];
  next: string | null;
  zone: string;
};

const addressOf = (tab: InboxTab) => (tab === "all" ? "/inbox" : `/inbox?tab=${tab}`);

/** What happened, and what others wait for. */
export function InboxPage({ tab, counts, notices, tasks, next, zone }: InboxPageProps) {
  const t = useT();
  const tabs = inboxTabs.map((each) => ({
    to: addressOf(each),
    label: t(`inbox.tab.${each}`),
    current: each === tab,
    count: each === "unread" ? counts.unread : each === "tasks" ? counts.tasks : undefined,
  }));
  const empty = (tab === "tasks" ? tasks : notices).length === 0;
  const more = next && `${addressOf(tab)}${tab === "all" ? "?" : "&"}after=${encodeURIComponent(next)}`;
  return (
    <div className="stack">
      <PageHeader title={t("inbox.title")} lead={t("inbox.lead")} action={<Acts unread={counts.unread} />} />
      <Tabs tabs={tabs} label={t("inbox.tabs")} />
      {empty && (
        <EmptyState title={t(`inbox.empty.${tab}`)}>
          <p>{t(`inbox.empty.${tab}_text`)}</p>
        </EmptyState>
      )}
      {!empty && tab === "tasks" && <TaskList tasks={tasks} zone={zone} />}
      {!empty && tab !== "tasks" && <NoticeList notices={notices} zone={zone} />}
      <Pagination next={more} />
    </div>
  );
}

function Acts({ unread }: { unread: number }) {
  const t = useT();
  return (
    <>
      {unread > 0 && (
        <ActionForm action="/inbox?index" label={t("notifications.all_read")}>
          <Button>{t("notifications.all_read")}</Button>
        </ActionForm>
      )}
      <LinkButton to="/inbox/settings" tone="quiet" icon={<Settings aria-hidden size={18} />}>
        {t("inbox.settings")}
      </LinkButton>
    </>
  );
}

function TaskList({ tasks, zone }: { tasks: TaskLine[]; zone: string }) {
  const t = useT();
  return (
    <ol className="feed">
      {tasks.map(({ id, code, authorName, words, dueAt, state, href }) => (
        <li key={id} className="with-act">
          <div className="feed-time">{code}</div>
          <div className="feed-body">
            <h2>
              <Link to={href}>{t("inbox.task_from", { name: authorName })}</Link>{" "}
              <TaskChip dueAt={dueAt} state={state} zone={zone} />
            </h2>
            <p className="excerpt">{words}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
