import { Link } from "@remix-run/react";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import type { AskedPurpose } from "#app/domain/privacy/sights.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { CaseHeader, type CaseHeading } from "#app/ui/case/case-header.tsx";
import { caseTabs } from "#app/ui/case/case-tabs.ts";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DetailsForm, Masked } from "#app/ui/privacy/contact-details.tsx";
import { MessageChip, type MessageRow } from "./message-chip.tsx";

export type ContactView = {
  heading: CaseHeading;
  relation: string;
  zone: string;
  writes: boolean;
  messages: MessageRow[];
  /** Until when the addresses stand there in full; null where they are masked. */
  shownUntil: string | null;
  purposes: AskedPurpose[];
  addresses: DebtorAddress[];
  templates: { id: string; step: string; language: "en" | "de" | "zh"; channel: ContactChannel }[];
};

export type DebtorAddress = {
  channel: ContactChannel;
  state: "no-address" | "unverified" | "dead" | "verified";
  to: string | null;
  /** `kept`: a demo keeps what it would send; `none`: nothing can be sent by it here. */
  carrier: "set-up" | "kept" | "none";
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
        {view.writes && (
          <div className="acts">
            <LinkButton to={`/cases/${heading.caseId}/call`}>{t("call.title")}</LinkButton>
            <LinkButton to={`/cases/${heading.caseId}/visit`}>{t("visit.title")}</LinkButton>
          </div>
        )}
        {view.addresses.some(({ to }) => to !== null) && (
          <Card>
            <DetailsForm
              {...{ caseId: heading.caseId, purposes: view.purposes, shownUntil: view.shownUntil, zone }}
              back={at}
            />
          </Card>
        )}
        {view.addresses.map((address) => (
          <Address key={address.channel} address={address} view={view} />
        ))}
        {view.writes && <LettersToPrint messages={messages} />}
        <Card title={t("contact.list")} flush>
          <DataTable
            caption={t("contact.list")}
            rows={messages}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${at}/${id}`}
            columns={[
              { key: "what", header: t("contact.col.what"), cell: ({ step }) => t(`law.action.${step}`) },
              { key: "by", header: t("contact.col.by"), cell: ({ channel }) => t(`contact.by.${channel}`) },
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

const tones: Record<DebtorAddress["state"], ChipTone> = {
  "no-address": "shut",
  unverified: "wait",
  dead: "bad",
  verified: "ok",
};

const named = {
  email: "contact.address",
  sms: "contact.phone",
  post: "contact.postal",
} as const satisfies Record<ContactChannel, string>;

const field = { email: "email", sms: "phone", post: "address" } as const;

type AddressProps = {
  address: DebtorAddress;
  view: Pick<ContactView, "heading" | "writes" | "templates" | "shownUntil">;
};

/** An address on file, whether it may be written to and who can say so, and what can be written to it. */
function Address({ address: { channel, state, to, carrier }, view }: AddressProps) {
  const t = useT();
  const { heading, writes } = view;
  const of = named[channel];
  const said = {
    "no-address": "none",
    unverified: "unverified",
    dead: "dead",
    verified: "verified",
  } as const;
  if (carrier === "none")
    return (
      <Card title={t(of)} aside={<Chip tone="shut">{t("contact.state.not_set_up")}</Chip>}>
        <p>{t("contact.phone.not_set_up")}</p>
      </Card>
    );
  return (
    <Card title={t(of)} aside={<Chip tone={tones[state]}>{t(`contact.state.${state}`)}</Chip>}>
      {to && (
        <p className="address-on-file">
          {view.shownUntil ? to : <Masked text={to} said={t(`sights.hidden.${field[channel]}`)} />}
        </p>
      )}
      <p>{t(`${of}.${said[state]}`)}</p>
      {channel === "sms" && carrier === "kept" && state !== "no-address" && (
        <p className="hint">{t("contact.phone.demo")}</p>
      )}
      {writes && (state === "unverified" || state === "dead") && (
        <p>
          <LinkButton to={`/cases/${heading.caseId}/contact/verify?channel=${channel}`} tone="primary">
            {t(channel === "sms" ? "contact.verify_phone" : "contact.verify")}
          </LinkButton>
        </p>
      )}
      {writes && state === "verified" && <Templates channel={channel} view={view} />}
    </Card>
  );
}

type TemplatesProps = { channel: ContactChannel; view: Pick<ContactView, "heading" | "templates"> };

function Templates({ channel, view: { templates, heading } }: TemplatesProps) {
  const t = useT();
  return (
    <>
      <h3>{t("contact.choose")}</h3>
      <ul className="step-choices">
        {templates
          .filter((each) => each.channel === channel)
          .map(({ id, language }) => {
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
    </>
  );
}

/** Letters wait for whoever prints them. */
function LettersToPrint({ messages }: Pick<ContactView, "messages">) {
  const t = useT();
  if (!messages.some(({ channel, status }) => channel === "post" && status === "waiting")) return null;
  return (
    <Notice tone="wait" title={t("letters.wait_here")}>
      <Link to="/letters">{t("letters.to_print")}</Link>
    </Notice>
  );
}
