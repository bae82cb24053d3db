import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CopyableId } from "#app/ui/copyable-id.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

/** The codes for a lost device, this once. */
export function RecoveryCodes({ codes, onward }: { codes: string[]; onward: string }) {
  const t = useT();
  return (
    <div className="stack form">
      <PageHeader title={t("recovery.shown_title")} lead={t("recovery.shown_lead")} />
      <Notice tone="wait" title={t("recovery.once_title")}>
        <p>{t("recovery.once_text")}</p>
      </Notice>
      <Card title={t("recovery.list")}>
        <ol>
          {codes.map((code) => (
            <li key={code}>
              <CopyableId value={code} />
            </li>
          ))}
        </ol>
      </Card>
      <div className="acts">
        <LinkButton to={onward} tone="primary">
          {t("recovery.done")}
        </LinkButton>
      </div>
    </div>
  );
}
