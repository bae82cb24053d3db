import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { NoticeSettingsPage } from "#app/ui/inbox/notice-settings-page.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  ChangeNoticeSettings,
  changeNoticeSettings,
  readNoticeSettings,
} from "#app/use-cases/notices/notice-settings.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const settings = await readNoticeSettings(ctx);
  if (!settings) throw notFound();
  return { title: pageTitle(ctx, "settings.title"), settings };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, ChangeNoticeSettings);
  if (!form.ok) return refuse(422, form.error);
  const done = await changeNoticeSettings(ctx, form.value);
  if (!done.ok) throw notFound();
  return goTo(ctx, "/inbox/settings", { flash: { tone: "ok", key: "settings.saved" } });
}

export default function NoticeSettingsRoute() {
  const { settings } = useLoaderData<typeof loader>();
  return <NoticeSettingsPage settings={settings} answer={useActionData<typeof action>()} />;
}
