import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guard } from "#app/http/guard.ts";
import { translator } from "#app/messages/catalogue.ts";
import { dateAt } from "#app/messages/format.ts";
import { LandingPage } from "#app/ui/landing-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await guard(args, "page.public");
  if (ctx.actor.userId) throw redirect("/home");
  const t = translator(ctx.locale);
  return {
    today: dateAt(ctx.now, "America/Los_Angeles"),
    demo: ctx.mode === "demo",
    title: `${t("app.name")}: ${t("landing.title")}`,
    description: t("landing.meta"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "description", content: data?.description },
];

export default function Landing() {
  const { today, demo } = useLoaderData<typeof loader>();
  return <LandingPage today={today} demo={demo} />;
}
