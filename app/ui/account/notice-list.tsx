import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

type NoticeLine = { id: string; at: string | Date; read: boolean; title: string; body: string };

/** What somebody was told, newest first; opening one marks it as read. */
export function NoticeList({ notices, zone }: { notices: NoticeLine[]; zone: string }) {
  const t = useT();
  if (notices.length === 0) {
    return (
      <EmptyState title={t("notifications.empty")}>
        <p>{t("notifications.empty_text")}</p>
      </EmptyState>
    );
  }
  return (
    <ol className="feed">
      {notices.map(({ id, at, read, title, body }) => (
        <li key={id} className="with-act">
          <div className="feed-time">
            <Instant at={at} zone={zone} />
          </div>
          <div className="feed-body">
            <h2>
              {title} {!read && <Chip tone="info">{t("notifications.new")}</Chip>}
            </h2>
            <p>{body}</p>
          </div>
          <ActionForm action={`/notifications/${id}`} label={`${t("notifications.open")}: ${title}`}>
            <Button small>{t("notifications.open")}</Button>
          </ActionForm>
        </li>
      ))}
    </ol>
  );
}
