import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

export type NoticeLine = { id: string; at: string | Date; read: boolean; title: string; body: string };

/** What somebody was told, newest first; opening one marks it as read. */
export function NoticeList({ notices, zone }: { notices: NoticeLine[]; zone: string }) {
  const t = useT();
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
          <ActionForm action={`/inbox/${id}`}>
            <Button small>
              {t("notifications.open")}
              <span className="visually-hidden">: {title}</span>
            </Button>
          </ActionForm>
        </li>
      ))}
    </ol>
  );
}
