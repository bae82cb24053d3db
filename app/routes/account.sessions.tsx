import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { endedSession, goTo, refuse, sessionHash } from "#app/http/respond.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { EndSessions, endSessions } from "#app/use-cases/accounts/end-sessions.server.ts";
import { readAccount } from "#app/use-cases/accounts/read-account.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const account = await readAccount(ctx, sessionHash(args));
  if (!account) throw notFound();
  const zone = await readerZone(args);
  return { title: pageTitle(ctx, "sessions.title"), sessions: account.sessions, zone };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, EndSessions, { session: sessionHash(args) });
  if (!form.ok) return refuse(422, form.error);
  const done = await endSessions(ctx, form.value);
  if (!done.ok) throw notFound();
  if (!form.value.all) {
    return goTo(ctx, "/account/sessions", { flash: { tone: "ok", key: "flash.sessions_ended" } });
  }
  return goTo(ctx, "/", { cookies: [endedSession(ctx)], flash: { tone: "ok", key: "flash.signed_out" } });
}

export default function SessionsPage() {
  const { sessions, zone } = useLoaderData<typeof loader>();
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <div className="stack">
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} back={back} />
      <DataTable
        caption={t("sessions.title")}
        rows={sessions}
        rowKey={({ createdAt, userAgent }) => `${createdAt} ${userAgent}`}
        empty={null}
        columns={[
          {
            key: "browser",
            header: t("sessions.browser"),
            cell: ({ userAgent, current }) => (
              <>
                {userAgent ?? t("sessions.unknown")} {current && <Chip tone="ok">{t("sessions.this")}</Chip>}
              </>
            ),
          },
          {
            key: "since",
            header: t("sessions.since"),
            cell: ({ createdAt }) => <Instant at={createdAt} zone={zone} />,
          },
          {
            key: "seen",
            header: t("sessions.seen"),
            cell: ({ lastSeenAt }) => <Instant at={lastSeenAt} zone={zone} />,
          },
        ]}
      />
      <div className="acts">
        <ActionForm label={t("sessions.end_others")}>
          <Button tone="primary">{t("sessions.end_others")}</Button>
        </ActionForm>
        <ActionForm label={t("sessions.end_all")} reloadDocument>
          <input type="hidden" name="all" value="yes" />
          <Button>{t("sessions.end_all")}</Button>
        </ActionForm>
      </div>
    </div>
  );
}
