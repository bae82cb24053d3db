import type { NoticeGroup } from "#app/domain/accounts/notice-groups.ts";
import { type MailMode, mailModes, type Necessity } from "#app/domain/accounts/notice-rules.ts";
import type { NoticeKind } from "#app/domain/accounts/notices.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useField, useInsideForm } from "#app/ui/form-answer.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { TimeField } from "#app/ui/time-field.tsx";

type KindSetting = {
  kind: NoticeKind;
  always: Necessity | null;
  urgent?: boolean;
  inApp: boolean;
  mail: MailMode;
};

type SettingsPageProps = {
  settings: {
    hours: { timeZone: string; digestHour: string; quietFrom: string; quietTo: string };
    zones: string[];
    groups: { group: NoticeGroup; kinds: KindSetting[] }[];
  };
  answer: unknown;
};

/** What a person is told of, where, and when. */
export function NoticeSettingsPage({ settings, answer }: SettingsPageProps) {
  const t = useT();
  return (
    <div className="stack">
      <PageHeader
        title={t("settings.title")}
        lead={t("settings.lead")}
        back={{ to: "/inbox", label: t("inbox.title") }}
      />
      <ActionForm answer={answer} values={settings.hours} className="stack">
        <Card title={t("settings.hours")}>
          <Hours zones={settings.zones} />
        </Card>
        {settings.groups
          .filter(({ kinds }) => kinds.length > 0)
          .map(({ group, kinds }) => (
            <Card key={group} title={t(`settings.group.${group}`)}>
              <ul className="notice-settings">
                {kinds.map((each) => (
                  <KindRow key={each.kind} {...each} />
                ))}
              </ul>
            </Card>
          ))}
        <div className="acts">
          <Button tone="primary">{t("settings.save")}</Button>
        </div>
      </ActionForm>
    </div>
  );
}

function Hours({ zones }: { zones: string[] }) {
  const t = useT();
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, "0")}:00`,
  }));
  return (
    <div className="form">
      <Select
        name="timeZone"
        label={t("settings.zone")}
        choices={zones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        width="medium"
        noBlank
      />
      <Select
        name="digestHour"
        label={t("settings.digest")}
        hint={t("settings.digest_hint")}
        choices={[...hours, { value: "off", label: t("settings.digest_off") }]}
        width="medium"
        noBlank
      />
      <TimeField name="quietFrom" label={t("settings.quiet_from")} hint={t("settings.quiet_hint")} optional />
      <TimeField name="quietTo" label={t("settings.quiet_to")} optional />
    </div>
  );
}

function KindRow({ kind, always, urgent, inApp, mail }: KindSetting) {
  const t = useT();
  const name = t(`notice.kind.${kind}`);
  return (
    <li>
      <div className="notice-kind">
        <span>{name}</span>
        {(always || urgent) && (
          <span className="hint">
            {[always && t(`settings.always.${always}`), urgent && t("settings.urgent")]
              .filter(Boolean)
              .join("; ")}
          </span>
        )}
      </div>
      {always ? (
        <span className="notice-always">{t("settings.always")}</span>
      ) : (
        <InAppBox kind={kind} inApp={inApp} label={t("settings.in_app_of", { kind: name })} />
      )}
      <MailChoice kind={kind} mail={mail} label={t("settings.mail_of", { kind: name })} />
    </li>
  );
}

function InAppBox({ kind, inApp, label }: { kind: NoticeKind; inApp: boolean; label: string }) {
  const t = useT();
  const name = `inApp.${kind}`;
  const field = useField(name, {});
  const form = useInsideForm();
  const refused = form && Object.keys(form.errors).length > 0;
  const ticked = refused ? form.values[name] === "yes" : inApp;
  return (
    <label className="notice-box">
      <input
        type="checkbox"
        id={field.id}
        name={name}
        value="yes"
        defaultChecked={ticked}
        key={String(ticked)}
        aria-label={label}
      />
      <span aria-hidden>{t("settings.in_app")}</span>
    </label>
  );
}

function MailChoice({ kind, mail, label }: { kind: NoticeKind; mail: MailMode; label: string }) {
  const t = useT();
  const field = useField(`mail.${kind}`, { defaultValue: mail });
  return (
    <div className="notice-mail">
      <span className="hint" aria-hidden>
        {t("settings.mail")}
      </span>
      <div className="control select">
        <select
          id={field.id}
          name={`mail.${kind}`}
          defaultValue={field.value}
          key={field.value}
          aria-label={label}
        >
          {mailModes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`settings.mail.${mode}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
