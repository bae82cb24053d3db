import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { latestDateIn } from "#app/domain/accounts/licence-moves.ts";
import { nameOf, placeOf } from "#app/domain/places/register.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { LicenceChip } from "#app/ui/account/licence-chip.tsx";
import { OnboardingList } from "#app/ui/account/onboarding-list.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { readLicences } from "#app/use-cases/accounts/read-licences.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.own");
  const found = await readLicences(ctx);
  if (!found) throw notFound();
  const rows = found.licences.map((licence) => {
    const place = placeOf(licence.territory);
    return {
      ...licence,
      place: place ? nameOf(place, ctx.locale) : licence.territory,
      today: latestDateIn(licence.territory, ctx.now),
    };
  });
  const { onboarding, maySubmit } = found;
  return { title: pageTitle(ctx, "nav.licences"), rows, onboarding, maySubmit };
}

export default function LicencesPage() {
  const { rows, onboarding, maySubmit } = useLoaderData<typeof loader>();
  const t = useT();
  const add = maySubmit && (
    <LinkButton to="/licences/new" tone="primary">
      {t("licences.add")}
    </LinkButton>
  );
  return (
    <div className="stack">
      <PageHeader title={t("nav.licences")} lead={t("licences.lead")} action={add} />
      {onboarding.some(({ done }) => !done) && <OnboardingList items={onboarding} />}
      <DataTable
        caption={t("nav.licences")}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/licences/${id}`}
        empty={
          <EmptyState title={t("licences.empty")} action={add}>
            <p>{t("licences.empty_text")}</p>
          </EmptyState>
        }
        columns={[
          { key: "place", header: t("licence.territory"), cell: ({ place }) => place },
          {
            key: "kind",
            header: t("licence.kind"),
            cell: ({ kind }) => {
              const key = `licence.kind.${kind}`;
              return t.has(key) ? t(key) : kind;
            },
          },
          { key: "number", header: t("licence.number"), cell: ({ number }) => <code>{number}</code> },
          {
            key: "until",
            header: t("licence.valid_to"),
            cell: ({ validTo, today }) =>
              validTo ? <DateText on={validTo} today={today} /> : t("licence.no_end"),
          },
          {
            key: "state",
            header: t("licence.state"),
            cell: ({ state }) => <LicenceChip state={state} />,
          },
        ]}
      />
    </div>
  );
}
