import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { localeCookie, setCookie } from "#app/http/cookies.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { goTo, refuse, sessionHash } from "#app/http/respond.ts";
import { keysOn } from "#app/http/shell.server.ts";
import { localeNames, locales } from "#app/messages/locale.ts";
import { OrganizationSwitch } from "#app/ui/account/organization-switch.tsx";
import { SignInFacts } from "#app/ui/account/sign-in-facts.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeysSwitch } from "#app/ui/keys-switch.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { ChangeProfile, changeProfile } from "#app/use-cases/accounts/change-profile.server.ts";
import { readAccount } from "#app/use-cases/accounts/read-account.server.ts";

export const meta = titleMeta;

const yearSeconds = 365 * 24 * 60 * 60;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const account = await readAccount(ctx, sessionHash(args));
  if (!account) throw notFound();
  return { title: pageTitle(ctx, "nav.account"), account, keys: keysOn(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const form = await parseForm(args.request, ChangeProfile);
  if (!form.ok) return refuse(422, form.error);
  const done = await changeProfile(ctx, form.value);
  if (!done.ok) throw notFound();
  const options = { maxAgeSeconds: yearSeconds, secure: ctx.publicUrl.startsWith("https:") };
  const cookies = [setCookie(localeCookie, form.value.locale, options)];
  return goTo(ctx, "/account", { cookies, flash: { tone: "ok", key: "flash.saved" } });
}

export default function AccountPage() {
  const { account, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack form">
      <PageHeader title={t("nav.account")} />
      <Card title={t("account.profile")}>
        <ActionForm answer={answer} values={{ name: account.name, locale: account.locale }}>
          <TextField name="name" label={t("account.name")} autoComplete="name" />
          <Select
            name="locale"
            label={t("account.locale")}
            hint={t("account.locale_hint")}
            choices={locales.map((locale) => ({ value: locale, label: localeNames[locale] }))}
            width="medium"
            noBlank
          />
          <Button tone="primary">{t("form.save")}</Button>
        </ActionForm>
      </Card>
      <Card title={t("account.signing_in")}>
        <SignInFacts account={account} />
      </Card>
      <Card title={t("calendar.title")}>
        <p>{t("calendar.lead")}</p>
        <LinkButton to="/account/calendar">{t("calendar.manage")}</LinkButton>
      </Card>
      <Card title={t("keys.title")} id="keys">
        <KeysSwitch on={keys} />
      </Card>
      <Card title={t("account.organizations")}>
        <OrganizationSwitch organizations={account.organizations} />
      </Card>
      <div className="acts">
        <ActionForm action="/sign-out" label={t("nav.sign_out")} reloadDocument>
          <Button>{t("nav.sign_out")}</Button>
        </ActionForm>
        <LinkButton to="/account/delete" tone="quiet">
          {t("delete_account.title")}
        </LinkButton>
      </div>
    </div>
  );
}
