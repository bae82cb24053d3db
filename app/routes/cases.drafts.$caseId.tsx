import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { wizardSteps } from "#app/domain/cases/answers.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Stepper } from "#app/ui/stepper.tsx";
import { draftView } from "#app/use-cases/cases/draft-view.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "case.post");
  const view = await draftView(ctx, args.params.caseId ?? "");
  if (!view) throw notFound();
  return { caseId: view.draft.caseId, editing: view.editing, done: view.done };
}

/** The frame of the wizard's pages. */
export default function DraftRoute() {
  const { caseId, editing, done } = useLoaderData<typeof loader>();
  const t = useT();
  const current = useLocation().pathname.split("/").at(-1);
  const at = `/cases/drafts/${caseId}`;
  return (
    <>
      <PageHeader
        title={editing ? t("cases.edit.title", { code: editing.code }) : t("cases.new.title")}
        action={
          <LinkButton to={`${at}/discard`} tone="quiet" small>
            {t("cases.discard.link")}
          </LinkButton>
        }
      />
      <Stepper
        label={t("cases.draft.steps")}
        steps={wizardSteps.map((step) => ({
          key: step,
          label: t(`cases.step.${step}`),
          state: step === current ? "current" : done[step] ? "done" : "todo",
          to: `${at}/${step}`,
        }))}
      />
      <Outlet />
    </>
  );
}
