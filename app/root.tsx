import "@fontsource-variable/inter/wght.css";
import "./ui/styles/tokens.css";
import "./ui/styles/elements.css";
import "./ui/styles/shell.css";
import "./ui/styles/blocks.css";
import "./ui/styles/forms.css";
import "./ui/styles/tables.css";
import "./ui/styles/ladder.css";
import "./ui/styles/timeline.css";
import "./ui/styles/market.css";
import "./ui/styles/tenders.css";
import "./ui/styles/lots.css";
import "./ui/styles/money.css";
import "./ui/styles/cases.css";
import "./ui/styles/law.css";
import "./ui/styles/law-book.css";
import "./ui/styles/pages.css";
import "./ui/styles/account.css";
import "./ui/styles/conversation.css";
import "./ui/styles/door.css";
import "./ui/styles/print.css";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { guard } from "#app/http/guard.ts";
import { shellData } from "#app/http/shell.server.ts";
import { doorLanguageTags, isDoorLanguage } from "#app/messages/door/languages.ts";
import { localeTags } from "#app/messages/locale.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { ChineseFont } from "#app/ui/chinese-font.tsx";
import { DemoBar } from "#app/ui/demo-bar.tsx";
import { type Failure, FailurePage, failureTitle } from "#app/ui/failure-page.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { navigationFor } from "#app/ui/navigation.ts";
import { useNonce } from "#app/ui/nonce.ts";
import { PublicShell } from "#app/ui/public-shell.tsx";
import { ToastRegion } from "#app/ui/toast.tsx";

export async function loader(args: LoaderFunctionArgs) {
  await guard(args, "page.public");
  return shellData(args);
}

export const meta: MetaFunction = () => [{ title: "Rung" }];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const shell = useRouteLoaderData<typeof loader>("root");
  const error = useRouteError();
  const t = useT();
  const matches = useMatches();
  const still = matches.some(({ handle }) => says(handle, "still"));
  const door = matches.find(({ handle }) => says(handle, "door"));
  const locale = useLocale();
  return (
    <html lang={languageOf(door?.data) ?? localeTags[locale]} data-theme={shell?.theme ?? "auto"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {error ? <title>{t("app.title", { page: t(failureTitle(failureOf(error))) })}</title> : <Meta />}
        <Links />
        {!door && <ChineseFont />}
      </head>
      <body>
        {children}
        {!still && <ScrollRestoration nonce={nonce} />}
        {!still && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

/**
 * What a page says of itself (`export const handle = { still: true }`). One that is only read is `still`: sent without scripts and
 * without its data a second time. One for debtors is `quiet`: it offers nobody an account. One that is a debtor's `door` brings its own frame, its
 * own language and no font.
 */
const says = (handle: unknown, word: "still" | "quiet" | "door") =>
  typeof handle === "object" && handle !== null && (handle as Record<string, unknown>)[word] === true;

/** The language a debtor's page is in, which its loader says. */
function languageOf(data: unknown): string | null {
  const language = typeof data === "object" && data !== null && "language" in data ? data.language : null;
  return isDoorLanguage(language) ? doorLanguageTags[language] : null;
}

const failureOf = (error: unknown): Failure => (isRouteErrorResponse(error) ? error : { status: 500 });

export default function Root() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

/** Signed in, the work rooms; otherwise, and when even the frame's data failed, the public frame. */
function Frame({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>("root");
  const matches = useMatches();
  const quiet = matches.some(({ handle }) => says(handle, "quiet"));
  const theme = shell?.theme ?? "auto";
  const demo = shell?.demo ?? false;
  const toasts = <ToastRegion message={shell?.flash ?? null} />;
  const failed = Boolean(useRouteError());
  if (!failed && matches.some(({ handle }) => says(handle, "door"))) {
    return (
      <>
        {demo && <DemoBar />}
        {children}
      </>
    );
  }
  if (!shell?.user) {
    return (
      <PublicShell theme={theme} demo={demo} quiet={quiet}>
        {children}
        {toasts}
      </PublicShell>
    );
  }
  const nav = navigationFor(shell.user.role, demo);
  return (
    <AppShell {...{ nav, theme, demo }} user={shell.user} inbox={shell.inbox} keys={shell.keys}>
      {children}
      {toasts}
    </AppShell>
  );
}

export function ErrorBoundary() {
  const { status, statusText } = failureOf(useRouteError());
  return (
    <Frame>
      <FailurePage status={status} statusText={statusText} />
    </Frame>
  );
}
