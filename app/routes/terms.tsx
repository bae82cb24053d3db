import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { consentVersion } from "#app/domain/accounts/consent.ts";
import { guard } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { LegalDocument, type LegalSection } from "#app/ui/legal-document.tsx";
import { useT } from "#app/ui/messages.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const t = translator(ctx.locale);
  return {
    version: consentVersion,
    demo: ctx.mode === "demo",
    title: t("app.title", { page: t("terms.title") }),
    description: t("terms.lead"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

const sections: LegalSection[] = [
  { id: "what", title: "terms.what.title", text: ["terms.what.1", "terms.what.2"] },
  { id: "who", title: "terms.who.title", text: ["terms.who.1", "terms.who.2"] },
  { id: "case", title: "terms.case.title", text: ["terms.case.1", "terms.case.2", "terms.case.3"] },
  { id: "bid", title: "terms.bid.title", text: ["terms.bid.1", "terms.bid.2", "terms.bid.3"] },
  { id: "steps", title: "terms.steps.title", text: ["terms.steps.1", "terms.steps.2", "terms.steps.3"] },
  { id: "conduct", title: "terms.conduct.title", text: ["terms.conduct.1", "terms.conduct.2"] },
  { id: "fees", title: "terms.fees.title", text: ["terms.fees.1", "terms.fees.2"] },
  { id: "money", title: "terms.money.title", text: ["terms.money.1"] },
  { id: "liability", title: "terms.liability.title", text: ["terms.liability.1", "terms.liability.2"] },
  { id: "end", title: "terms.end.title", text: ["terms.end.1", "terms.end.2"] },
];

export default function Terms() {
  const { version, demo } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <LegalDocument
      title={t("terms.title")}
      lead={t("terms.lead")}
      version={version}
      sections={sections}
      demo={demo}
    />
  );
}
