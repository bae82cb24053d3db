import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { goTo } from "#app/http/respond.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { discardDraft } from "#app/use-cases/cases/discard-draft.server.ts";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  const title = pageTitle(ctx, "cases.discard.title");
  return { title, caseId: view.draft.caseId, editing: view.editing };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const caseId = args.params.caseId ?? "";
  const discarded = isId(caseId) ? await discardDraft(ctx, { caseId }) : null;
  if (!discarded?.ok) throw notFound();
  const to = discarded.value.posted ? `/cases/${caseId}` : "/cases";
  return goTo(ctx, to, { flash: { tone: "ok", key: "cases.discard.done" } });
}

export default function DiscardRoute() {
  const { caseId, editing } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("cases.discard.title")} />
      <Card>
        <p>{editing ? t("cases.discard.edit", { code: editing.code }) : t("cases.discard.draft")}</p>
        <ActionForm>
          <div className="form-acts">
            <Button tone="danger" wide>
              {t("cases.discard.submit")}
            </Button>
            <LinkButton to={`/cases/drafts/${caseId}`}>{t("form.cancel")}</LinkButton>
          </div>
        </ActionForm>
      </Card>
    </>
  );
}
