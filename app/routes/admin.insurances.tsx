import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { ProofLink } from "#app/ui/account/proof-link.tsx";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioCards } from "#app/ui/choice-group.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DateText, Money } from "#app/ui/format.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import {
  DecideInsurance,
  decideInsurance,
  readInsurances,
} from "#app/use-cases/accounts/decide-insurance.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const rows = await readInsurances(ctx);
  if (!rows) throw notFound();
  return { title: pageTitle(ctx, "insurance.review"), rows };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "licence.review");
  const form = await parseForm(args.request, DecideInsurance);
  if (!form.ok) return refuse(422, form.error);
  const done = await decideInsurance(ctx, form.value);
  if (done.ok) return goTo(ctx, "/admin/insurances", { flash: { tone: "ok", key: "flash.saved" } });
  switch (done.error.kind) {
    case "not-allowed":
    case "no-such-insurance":
      throw notFound();
    case "decided":
      return refuse(409, refusedAt("form", "error.licence_decided", form.values));
  }
}

export default function InsurancesPage() {
  const { rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <div className="stack form">
      <PageHeader
        title={t("insurance.review")}
        lead={t("insurance.review_lead")}
        back={{ to: "/admin/licences", label: t("nav.review_licences") }}
      />
      {rows.length === 0 && (
        <EmptyState title={t("insurance.review_empty")}>
          <p>{t("insurance.review_empty_text")}</p>
        </EmptyState>
      )}
      {rows.map(({ id, orgName, insurer, policyNumber, sum, currency, validTo, proof }, at) => (
        <Card key={id} title={orgName}>
          <KeyValue
            pairs={[
              { label: t("insurance.insurer"), value: insurer },
              { label: t("insurance.policy"), value: policyNumber },
              { label: t("insurance.sum"), value: <Money amount={sum} currency={currency} /> },
              { label: t("insurance.valid_to"), value: <DateText on={validTo} /> },
              { label: t("insurance.paper"), value: <ProofLink proof={proof} /> },
            ]}
          />
          <ActionForm
            id={`policy-${id}`}
            answer={at === 0 ? answer : undefined}
            label={policyNumber}
            className="form"
          >
            <input type="hidden" name="insuranceId" value={id} />
            <RadioCards
              name="verdict"
              label={t("review.decide")}
              choices={(["verified", "refused"] as const).map((value) => ({
                value,
                label: t(`insurance.verdict.${value}`),
              }))}
              inline
            />
            <TextField name="reason" label={t("review.reason")} hint={t("insurance.reason_hint")} optional />
            <Button tone="primary">{t("form.save")}</Button>
          </ActionForm>
        </Card>
      ))}
    </div>
  );
}
