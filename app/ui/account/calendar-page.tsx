import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { Day } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";

export type CalendarPageProps = {
  zone: string;
  kept: { createdAt: string | Date; readAt: string | Date | null } | null;
  /** Just made, and shown this once. */
  address: string | null;
};

/** The secret address of one's calendar: to make, to renew, to end. */
export function CalendarPage({ zone, kept, address }: CalendarPageProps) {
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <div className="stack form">
      <PageHeader title={t("calendar.title")} lead={t("calendar.lead")} back={back} />
      {address && (
        <Card title={t("calendar.address")}>
          <Notice tone="wait" title={t("calendar.once")} />
          <p className="calendar-address">
            <CopyableId value={address} />
          </p>
          <p>{t("calendar.how")}</p>
        </Card>
      )}
      <Card title={kept ? undefined : t("calendar.off")}>
        {kept && (
          <p>
            <Phrase of="calendar.on" nodes={{ date: <Day at={kept.createdAt} zone={zone} /> }} />{" "}
            {kept.readAt ? (
              <Phrase of="calendar.read" nodes={{ date: <Day at={kept.readAt} zone={zone} /> }} />
            ) : (
              t("calendar.never_read")
            )}
          </p>
        )}
        <p>{t("calendar.what")}</p>
        <div className="acts">
          <ActionForm label={t("calendar.title")} action="/account/calendar?index">
            <Button tone={kept ? undefined : "primary"}>
              {t(kept ? "calendar.renew" : "calendar.make")}
            </Button>
          </ActionForm>
          {kept && (
            <ActionForm label={t("calendar.revoke")} action="/account/calendar/end">
              <Button tone="quiet">{t("calendar.revoke")}</Button>
            </ActionForm>
          )}
        </div>
      </Card>
    </div>
  );
}
