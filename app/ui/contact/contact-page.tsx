import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { MessageChip, type MessageRow } from "./message-chip.tsx";

export type ContactView = {
  heading: CaseHeading;
  relation: string;
  zone: string;
  writes: boolean;
  messages: MessageRow[];
  address: { state: "no-address" | "unverified" | "dead" | "verified"; email: string | null };
  templates: { id: string; step: string; language: "en" | "de" | "zh" }[];
};

/** All that was written to the debtor of a case, and from what one can write. */
export function ContactPage({ view }: { view: ContactView }) {
  const t = useT();
  const { heading, messages, zone } = view;
  const at = `/cases/${heading.caseId}/contact`;
  return (
    <>
      <CaseHeader heading={heading} tabs={caseTabs(heading, view.relation, t)} />
      <div className="stack">
        <p className="lead">{t("contact.lead")}</p>
        <Address view={view} />
        {view.writes && view.address.state === "verified" && <Templates view={view} />}
        <Card title={t("contact.list")} flush>
          <DataTable
            caption={t("contact.list")}
            rows={messages}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${at}/${id}`}
            columns={[
              { key: "what", header: t("contact.col.what"), cell: ({ step }) => t(`law.action.${step}`) },
              { key: "state", header: t("contact.col.state"), cell: (row) => <MessageChip row={row} /> },
              {
                key: "when",
                header: t("contact.col.when"),
                cell: ({ sentAt, dueAt, askedAt }) => <Instant at={sentAt ?? dueAt ?? askedAt} zone={zone} />,
              },
            ]}
            empty={<EmptyState title={t("contact.empty")}>{t("contact.empty_text")}</EmptyState>}
          />
        </Card>
      </div>
    </>
  );
}

const tones: Record<ContactView["address"]["state"], ChipTone> = {
  "no-address": "shut",
  unverified: "wait",
  dead: "bad",
  verified: "ok",
};

/** The address on file, whether it may be written to, and who can say so. */
function Address({ view: { address, heading, writes } }: { view: ContactView }) {
  const t = useT();
  const { state, email } = address;
  const texts = {
    "no-address": t("contact.address.none"),
    unverified: t("contact.address.unverified"),
    dead: t("contact.address.dead"),
    verified: t("contact.address.verified"),
  };
  return (
    <Card title={t("contact.address")} aside={<Chip tone={tones[state]}>{t(`contact.state.${state}`)}</Chip>}>
      {email && <p className="address-on-file">{email}</p>}
      <p>{texts[state]}</p>
      {writes && (state === "unverified" || state === "dead") && (
        <p>
          <LinkButton to={`/cases/${heading.caseId}/contact/verify`} tone="primary">
            {t("contact.verify")}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}

function Templates({ view: { templates, heading } }: { view: ContactView }) {
  const t = useT();
  return (
    <Card title={t("contact.choose")}>
      <ul className="step-choices">
        {templates.map(({ id, language }) => {
          const key = `contact.template.${id}`;
          return (
            <li key={id}>
              <LinkButton to={`/cases/${heading.caseId}/contact/write?template=${encodeURIComponent(id)}`}>
                {t.has(key) ? t(key) : id}
              </LinkButton>{" "}
              <span className="hint">{t(`contact.language.${language}`)}</span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
