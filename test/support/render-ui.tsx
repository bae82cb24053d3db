import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { translator } from "#app/messages/catalogue.ts";
import type { Locale } from "#app/messages/locale.ts";
import { MessagesProvider } from "#app/ui/messages.tsx";

/** The page as a browser without JavaScript gets it: a component inside the framework's own server rendering. */
export function renderUi(
  element: ReactElement,
  { locale = "en", path = "/" }: { locale?: Locale; path?: string } = {},
) {
  const url = new URL(path, "http://rung.test");
  return renderToStaticMarkup(
    <MessagesProvider locale={locale} t={translator(locale)}>
      <RemixServer context={contextOf(element, url)} url={url} />
    </MessagesProvider>,
  );
}

function contextOf(element: ReactElement, url: URL): EntryContext {
  const route = {
    id: "root",
    path: "*",
    module: "",
    hasAction: true,
    hasLoader: false,
    hasErrorBoundary: false,
  };
  const match = { params: {}, pathname: url.pathname, pathnameBase: "/", route: { id: "root", path: "*" } };
  return {
    manifest: {
      entry: { module: "", imports: [] },
      routes: { root: { ...route, hasClientAction: false, hasClientLoader: false } },
      url: "",
      version: "test",
    },
    routeModules: { root: { default: () => element } },
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: false,
      v3_throwAbortReason: true,
    },
    isSpaMode: false,
    serializeError: (error) => ({ message: error.message }),
    staticHandlerContext: {
      basename: "",
      location: { pathname: url.pathname, search: url.search, hash: "", state: null, key: "default" },
      matches: [match],
      loaderData: {},
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
  };
}
