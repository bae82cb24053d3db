import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { localeOfTag } from "#app/messages/locale.ts";
import { translatorOf } from "#app/messages/translate.ts";
import { MessagesProvider } from "#app/ui/messages.tsx";

/** Only the page's own language is fetched. */
async function wordsOf(locale: "en" | "zh") {
  return locale === "zh"
    ? (await import("#app/messages/zh.ts")).zh
    : (await import("#app/messages/en.ts")).en;
}

async function start() {
  const locale = localeOfTag(document.documentElement.lang);
  const t = translatorOf(locale, await wordsOf(locale));
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <MessagesProvider locale={locale} t={t}>
          <RemixBrowser />
        </MessagesProvider>
      </StrictMode>,
    );
  });
}

start();
