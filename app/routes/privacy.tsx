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
    title: t("app.title", { page: t("privacy.title") }),
    description: t("privacy.lead"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

const sections: LegalSection[] = [
  { id: "who", title: "privacy.who.title", text: ["privacy.who.1"] },
  { id: "users", title: "privacy.users.title", text: ["privacy.users.1", "privacy.users.2"] },
  {
    id: "debtors",
    title: "privacy.debtors.title",
    text: ["privacy.debtors.1", "privacy.debtors.2", "privacy.debtors.3"],
  },
  { id: "never", title: "privacy.never.title", text: ["privacy.never.1"] },
  { id: "why", title: "privacy.why.title", text: ["privacy.why.1"] },
  { id: "sees", title: "privacy.sees.title", text: ["privacy.sees.1"] },
  { id: "keep", title: "privacy.keep.title", text: ["privacy.keep.1", "privacy.keep.2"] },
  { id: "cookies", title: "privacy.cookies.title", text: ["privacy.cookies.1"] },
  { id: "rights", title: "privacy.rights.title", text: ["privacy.rights.1"] },
  { id: "changes", title: "privacy.changes.title", text: ["privacy.changes.1"] },
];

export default function Privacy() {
  const { version, demo } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <LegalDocument
      title={t("privacy.title")}
      lead={t("privacy.lead")}
      version={version}
      sections={sections}
      demo={demo}
    />
  );
}
