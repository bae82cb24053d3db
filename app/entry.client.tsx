import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
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

/** What makes React 18 hydrate at once, in the middle of what it is doing (its `isDiscreteEventThatRequiresHydration`). */
const hurrying =
  "auxclick change click compositionend compositionstart contextmenu copy cut dblclick dragend dragstart drop input keydown keypress keyup mousedown mouseup paste pointercancel pointerdown pointerup reset submit textInput touchcancel touchend touchstart".split(
    " ",
  );

/**
 * Keeps these events from React until the page is hydrated; the browser still does what it does without scripts. The framework
 * suspends above every boundary while it decodes the page's data, and a root that is hurried then gives up (React error 345).
 */
function holdBack(): () => void {
  const stop = (event: Event) => event.stopImmediatePropagation();
  for (const type of hurrying) window.addEventListener(type, stop, true);
  return () => {
    for (const type of hurrying) window.removeEventListener(type, stop, true);
  };
}

/** Says when everything in it is hydrated. Wraps and adds nothing: a sibling would shift the ids that the server counted. */
function Hydrated({ then, children }: { then: () => void; children: ReactNode }) {
  useEffect(then, [then]);
  return children;
}

async function start() {
  const locale = localeOfTag(document.documentElement.lang);
  const t = translatorOf(locale, await wordsOf(locale));
  const release = holdBack();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Hydrated then={release}>
          <MessagesProvider locale={locale} t={t}>
            <RemixBrowser />
          </MessagesProvider>
        </Hydrated>
      </StrictMode>,
    );
  });
}

start();
