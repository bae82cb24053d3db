import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { securityHeaders } from "#app/http/security-headers.ts";
import { localeOf, visitOf } from "#app/http/visit.server.ts";
import { withoutGaps } from "#app/http/without-gaps.ts";
import { withoutValues } from "#app/http/without-values.ts";
import { translator } from "#app/messages/catalogue.ts";
import { MessagesProvider } from "#app/ui/messages.tsx";
import { NonceContext } from "#app/ui/nonce.ts";

/** After this long a stalled stream is given up and ends with what there is. */
export const streamTimeout = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const { nonce, services } = loadContext;
  const locale = await pageLocale(request, loadContext);
  for (const [name, value] of securityHeaders({ nonce, https: services.publicUrl.startsWith("https:") })) {
    headers.set(name, value);
  }
  headers.set("content-type", "text/html; charset=utf-8");
  headers.set("vary", "cookie, accept-language");
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");

  const page = (
    <NonceContext.Provider value={nonce}>
      <MessagesProvider locale={locale} t={translator(locale)}>
        <RemixServer context={remixContext} url={request.url} abortDelay={streamTimeout} nonce={nonce} />
      </MessagesProvider>
    </NonceContext.Provider>
  );
  return streamed(page, { status, headers, nonce, whole: isbot(request.headers.get("user-agent") ?? "") });
}

/** A bug is logged without what people typed; a request that its reader gave up is none. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs): void {
  if (!request.signal.aborted) console.error(withoutValues(error));
}

/** Where even the session cannot be read, the page that says so still speaks the reader's language. */
async function pageLocale(request: Request, context: AppLoadContext) {
  try {
    return (await visitOf({ request, context })).ctx.locale;
  } catch {
    return localeOf(request, null);
  }
}

type Answer = { status: number; headers: Headers; nonce: string; whole: boolean };

/** Sends the page as it renders; to a crawler only when it is whole. */
function streamed(page: React.ReactElement, { status, headers, nonce, whole }: Answer): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = false;
    let failed = false;
    const send = () => {
      answered = true;
      const body = withoutGaps();
      resolve(
        new Response(createReadableStreamFromReadable(body), { status: failed ? 500 : status, headers }),
      );
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onShellReady: () => whole || send(),
      onAllReady: () => whole && send(),
      onShellError: reject,
      onError(error) {
        failed = true;
        if (answered) console.error(withoutValues(error));
      },
    });
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
