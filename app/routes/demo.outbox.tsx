import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmailAddress } from "#app/domain/accounts/fields.ts";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { MailCard } from "#app/ui/account/mail-card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readOutbox } from "#app/use-cases/accounts/read-outbox.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const query = new URL(args.request.url).searchParams;
  const to = EmailAddress.safeParse(query.get("to") ?? undefined).data ?? null;
  const page = await readOutbox(ctx, { after: parsePageKey(query.get("after")), to });
  if (!page) throw notFound();
  return { title: pageTitle(ctx, "nav.outbox"), ...page, to, publicUrl: ctx.publicUrl };
}

export default function OutboxPage() {
  const { rows, next, to, publicUrl } = useLoaderData<typeof loader>();
  const t = useT();
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(next ? { after: next } : {}) });
  return (
    <div className="stack form">
      <PageHeader title={t("nav.outbox")} lead={t("outbox.lead")} />
      {rows.length === 0 && (
        <EmptyState title={t("outbox.empty")}>
          <p>{t("outbox.empty_text")}</p>
        </EmptyState>
      )}
      {rows.map((mail) => (
        <MailCard key={mail.id} mail={mail} publicUrl={publicUrl} />
      ))}
      <Pagination next={next && `/demo/outbox?${query}`} />
    </div>
  );
}
