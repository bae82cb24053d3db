import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { inForce } from "#app/domain/cases/evidence.ts";
import { guard, notFound } from "#app/http/guard.ts";
import { pageTitle } from "#app/http/page-title.server.ts";
import { parseForm, refusedAt } from "#app/http/parse-form.ts";
import { readerZone } from "#app/http/reader-zone.server.ts";
import { refusedUpload } from "#app/http/refused-upload.ts";
import { goTo, refuse } from "#app/http/respond.ts";
import { Card } from "#app/ui/card.tsx";
import { BundleCard } from "#app/ui/cases/bundle-card.tsx";
import { DocumentRecord } from "#app/ui/cases/document-record.tsx";
import { ErasedDocuments } from "#app/ui/cases/erased-documents.tsx";
import { EvidenceForm } from "#app/ui/cases/evidence-form.tsx";
import { EvidenceList } from "#app/ui/cases/evidence-list.tsx";
import { EvidenceSearch } from "#app/ui/cases/evidence-search.tsx";
import { ReadinessCard } from "#app/ui/cases/readiness-card.tsx";
import { useT } from "#app/ui/messages.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { titleMeta } from "#app/ui/title-meta.ts";
import { AddCaseEvidence, addEvidence } from "#app/use-cases/evidence/add-evidence.server.ts";
import { searchEvidence } from "#app/use-cases/evidence/search-evidence.server.ts";
import { vaultView } from "#app/use-cases/evidence/vault-view.server.ts";

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "evidence.add");
  const found = await vaultView(ctx, args.params.caseId ?? "");
  if (!found) throw notFound();
  const { listed, ...beside } = found;
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("q");
  return {
    ...listed,
    ...beside,
    search: asked?.trim() ? await searchEvidence(ctx, listed, asked) : null,
    wanted: { kind: query.get("kind") ?? undefined, replaces: query.get("replaces") ?? undefined },
    zone: await readerZone(args),
    title: pageTitle(ctx, "case.tab.documents"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "evidence.add");
  const form = await parseForm(args.request, AddCaseEvidence, { caseId: args.params.caseId });
  if (!form.ok) return refuse(422, form.error);

  const added = await addEvidence(ctx, form.value);
  const here = `/cases/${form.value.caseId}/evidence`;
  if (added.ok) return goTo(ctx, here, { flash: { tone: "ok", key: "cases.evidence.added" } });
  switch (added.error.kind) {
    case "case-not-found":
      throw notFound();
    case "case-closed":
    case "not-lawful":
      return refuse(409, refusedAt("form", `refusal.${added.error.kind}`, form.values));
    case "not-replaceable":
      return refuse(422, refusedAt("replaces", "error.not_replaceable", form.values));
    default:
      return refusedUpload(added.error, form.values);
  }
}

export default function CaseEvidenceRoute() {
  const { caseId, code, open, items, erased, search, zone, readiness, bundle, wanted } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const itemOf = (id: string) => items.find((item) => item.id === id);
  return (
    <>
      <PageHeader title={t("case.tab.documents")} back={{ to: `/cases/${caseId}`, label: code }} />
      <div className="stack">
        {items.length > 0 && (
          <Card>
            <EvidenceSearch search={search} items={items} />
          </Card>
        )}
        <Card title={t("cases.evidence.items")}>
          {erased ? (
            <ErasedDocuments erased={erased} zone={zone} />
          ) : (
            <EvidenceList items={items} beside={(id) => <DocumentRecord item={itemOf(id)} zone={zone} />} />
          )}
        </Card>
        {readiness && <ReadinessCard readiness={readiness} />}
        {open && (
          <Card id="add" title={t("cases.evidence.add_title")}>
            <p className="hint">{t("cases.evidence.add_posted")}</p>
            <EvidenceForm
              key={`${items.length} ${wanted.kind} ${wanted.replaces}`}
              wanted={wanted}
              answer={answer}
              olderChoices={inForce(items).map(({ id, title }) => ({ value: id, label: title }))}
            />
          </Card>
        )}
        {bundle && <BundleCard caseId={caseId} offer={bundle} />}
      </div>
    </>
  );
}
