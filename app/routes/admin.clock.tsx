import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo } from "#app/http/respond.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { MoveClock, moveClock } from "#app/use-cases/clock/move-clock.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "clock.move");
  if (ctx.mode !== "demo") throw notFound();
  return { title: pageTitle(ctx, "clock.title"), now: ctx.now.toISOString() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "clock.move");
  const form = await parseForm(args.request, MoveClock);
  if (!form.ok) return data(form.error, 422);
  const moved = await moveClock(ctx, form.value);
  if (moved.ok) {
    return goTo(ctx, "/admin/clock", { flash: { tone: "ok", key: "clock.moved" } });
  }
  switch (moved.error.kind) {
    case "not-here":
      throw notFound();
    case "not-forward":
      return data(refusedAt("hours", "clock.not-forward", form.values), 422);
  }
}

export default function ClockPage() {
  const { now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <PageHeader title={t("clock.title")} lead={t("clock.lead")} />
      <Card>
        <KeyValue pairs={[{ label: t("clock.now"), value: <Instant at={now} zone="UTC" /> }]} />
        <ActionForm answer={answer} values={{ days: "1", hours: "0" }}>
          <TextField name="days" label={t("clock.days")} inputMode="numeric" width="short" />
          <TextField name="hours" label={t("clock.hours")} inputMode="numeric" width="short" />
          <Button tone="primary">{t("clock.submit")}</Button>
        </ActionForm>
      </Card>
    </>
  );
}
