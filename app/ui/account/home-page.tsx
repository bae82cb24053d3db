import { Link } from "@remix-run/react";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { OnboardingItem } from "#app/domain/accounts/onboarding.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type SoonestDate, SoonestDates } from "#app/ui/case/soonest-dates.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Phrase } from "#app/ui/phrase.tsx";
import { OnboardingList } from "./onboarding-list.tsx";

export type HomePageProps = {
  name: string;
  role: Role;
  zone: string;
  now: string;
  /** Legal dates of the reader's cases, the soonest first. */
  dates: SoonestDate[];
  needs: { kind: string; title: string; text: string; due: string | null; href: string }[];
  onboarding: OnboardingItem[] | null;
  invitations: { id: string; organization: string; expiresAt: string | Date }[];
  notices: { id: string; title: string; at: string | Date }[];
};

/** What needs me, and by when. */
export function HomePage(props: HomePageProps) {
  const { name, role, zone, needs, dates, now, onboarding, invitations, notices } = props;
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("home.title", { name })} lead={t("home.lead")} action={<FirstAct role={role} />} />
      {onboarding && <OnboardingList items={onboarding} onward="/licences/new" />}
      {invitations.map(({ id, organization, expiresAt }) => (
        <Card key={id} title={t("home.invitation", { organization })}>
          <p>
            <Phrase of="home.invitation_until" nodes={{ time: <Instant at={expiresAt} zone={zone} /> }} />
          </p>
          <ActionForm action={`/invitations/${id}/accept`} label={organization} reloadDocument>
            <Button tone="primary">{t("invitation.accept_submit", { organization })}</Button>
          </ActionForm>
        </Card>
      ))}
      {(needs.length > 0 || !onboarding) && (
        <Card title={t("home.needs")} aside={needs.length > 0 ? needs.length : undefined}>
          <Needs needs={needs} zone={zone} role={role} now={now} />
        </Card>
      )}
      <SoonestDates dates={dates} now={now} />
      {notices.length > 0 && (
        <Card title={t("home.news")} aside={<Link to="/inbox">{t("home.all_news")}</Link>}>
          <ol className="feed">
            {notices.map(({ id, title, at }) => (
              <li key={id} className="with-act">
                <div className="feed-time">
                  <Instant at={at} zone={zone} />
                </div>
                <div className="feed-body">
                  <p>{title}</p>
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
        </Card>
      )}
    </div>
  );
}

function Needs({ needs, zone, role, now }: Pick<HomePageProps, "needs" | "zone" | "role" | "now">) {
  const t = useT();
  if (needs.length === 0) {
    return (
      <EmptyState title={t("home.nothing")}>
        <p>{t(role === "creditor" ? "home.nothing_creditor" : "home.nothing_text")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="needs">
      {needs.map(({ kind, title, text, due, href }) => (
        <li key={`${kind} ${href}`}>
          <Link to={href}>{title}</Link>
          {due && (
            <span className="need-due">
              {due <= now && <Chip tone="bad">{t("home.overdue")}</Chip>}{" "}
              <Phrase of="home.by" nodes={{ time: <Instant at={due} zone={zone} /> }} />
            </span>
          )}
          {text && <p>{text}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The one thing each role most often comes for. */
function FirstAct({ role }: { role: Role }) {
  const t = useT();
  if (role === "creditor") {
    return (
      <LinkButton to="/cases/new" tone="primary">
        {t("nav.post")}
      </LinkButton>
    );
  }
  if (role === "guest") {
    return (
      <LinkButton to="/organization/new" tone="primary">
        {t("found.title")}
      </LinkButton>
    );
  }
  if (role === "admin") return <LinkButton to="/admin/cases">{t("nav.review_cases")}</LinkButton>;
  return <LinkButton to="/rounds">{t("nav.rounds")}</LinkButton>;
}
