import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { goTo, sessionHash } from "#app/http/respond.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Instant } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { beginSecondFactor } from "#app/use-cases/accounts/begin-second-factor.server.ts";
import { readAccount } from "#app/use-cases/accounts/read-account.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const account = await readAccount(ctx, sessionHash(args));
  if (!account) throw notFound();
  const { secondFactorAt, secondFactorRequired, recoveryCodesLeft } = account;
  return {
    title: pageTitle(ctx, "security.title"),
    secondFactorAt,
    required: secondFactorRequired,
    recoveryCodesLeft,
    zone: await readerZone(args),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "account.own");
  const begun = await beginSecondFactor(ctx);
  if (begun.ok) return redirect("/account/security/set-up");
  switch (begun.error.kind) {
    case "not-allowed":
      throw notFound();
    case "already-on":
      return goTo(ctx, "/account/security", { flash: { tone: "info", key: "flash.second_factor_was_on" } });
  }
}

export default function SecurityPage() {
  const { secondFactorAt, required, recoveryCodesLeft, zone } = useLoaderData<typeof loader>();
  const t = useT();
  const back = { to: "/account", label: t("nav.account") };
  return (
    <div className="stack form">
      <PageHeader title={t("security.title")} lead={t("security.lead")} back={back} />
      {required && !secondFactorAt && (
        <Notice tone="wait" title={t("security.required_title")}>
          <p>{t("security.required_text")}</p>
        </Notice>
      )}
      <Card
        title={t("security.app")}
        aside={
          <Chip tone={secondFactorAt ? "ok" : "info"}>
            {t(secondFactorAt ? "security.on" : "security.off")}
          </Chip>
        }
      >
        {secondFactorAt ? (
          <>
            <KeyValue
              pairs={[
                { label: t("security.since"), value: <Instant at={secondFactorAt} zone={zone} /> },
                {
                  label: t("security.codes_left"),
                  value: t("security.codes_count", { count: recoveryCodesLeft }),
                },
              ]}
            />
            <div className="form-acts">
              <LinkButton to="/account/security/recovery-codes">{t("recovery.title")}</LinkButton>
              {!required && (
                <LinkButton to="/account/security/remove" tone="quiet">
                  {t("remove_factor.title")}
                </LinkButton>
              )}
            </div>
          </>
        ) : (
          <>
            <p>{t("security.app_text")}</p>
            <ActionForm label={t("security.begin")}>
              <div className="form-acts">
                <Button tone="primary">{t("security.begin")}</Button>
              </div>
            </ActionForm>
          </>
        )}
      </Card>
    </div>
  );
}
