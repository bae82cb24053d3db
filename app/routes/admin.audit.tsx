import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parsePageKey } from "#app/domain/page-key.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { AuditList } from "#app/ui/account/audit-list.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readAudit } from "#app/use-cases/accounts/read-audit.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "audit.read");
  const after = parsePageKey(new URL(args.request.url).searchParams.get("after"));
  const page = await readAudit(ctx, after);
  if (!page) throw notFound();
  return { title: pageTitle(ctx, "nav.audit"), ...page };
}

export default function AuditPage() {
  const { rows, next } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack">
      <PageHeader title={t("nav.audit")} lead={t("audit.lead")} />
      <AuditList lines={rows} />
      <Pagination next={next && `/admin/audit?after=${encodeURIComponent(next)}`} />
    </div>
  );
}
