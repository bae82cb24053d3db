import type { AppLoadContext } from "@remix-run/node";
import { type Actor, anonymous } from "#app/domain/accounts/actor.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { type DocumentStore, DocumentsUnavailable } from "#app/gateways/documents.server.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import { translator } from "#app/messages/catalogue.ts";
import { isLocale, type Locale, localeAccepted } from "#app/messages/locale.ts";
import type { Ctx, Services } from "#app/use-cases/ctx.ts";
import { type SessionRow, sessionOf, touchSession } from "#db/queries/accounts.ts";
import { isUnavailable } from "#db/unavailable.ts";
import { cookieValue, localeCookie, sessionCookieName } from "./cookies.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    /** One per response, for the content security policy. */
    nonce: string;
    /** The peer's address, for rate limits. */
    address: string;
  }
}

/** One request's facts, read once however many loaders ask. */
export type Visit = { ctx: Ctx; session: SessionRow | null };

const visits = new WeakMap<AppLoadContext, Promise<Visit>>();

export function visitOf({ request, context }: { request: Request; context: AppLoadContext }): Promise<Visit> {
  const known = visits.get(context);
  if (known) return known;
  const visit = readVisit(request, context).catch(asUnavailable);
  visits.set(context, visit);
  return visit;
}

/** A database that does not answer is told as such (503): it is nobody's bug and passes. */
function asUnavailable(error: unknown): never {
  throw isUnavailable(error) ? new Response(null, { status: 503, headers: { "retry-after": "10" } }) : error;
}

/** A page that needs a document says plainly that the store does not answer: the throw undoes whatever was begun with it. */
function answering({ put, get, ...store }: DocumentStore, locale: Locale): DocumentStore {
  const orSay = (error: unknown): never => {
    if (!(error instanceof DocumentsUnavailable)) throw error;
    console.error(error.message);
    throw new Response(translator(locale)("failure.documents.text"), {
      status: 503,
      statusText: "Documents Unavailable",
      headers: { "content-type": "text/plain; charset=utf-8", "retry-after": "30" },
    });
  };
  return {
    ...store,
    put: (...given) => put(...given).catch(orSay),
    get: (...asked) => get(...asked).catch(orSay),
  };
}

async function readVisit(request: Request, { services }: AppLoadContext): Promise<Visit> {
  const now = await readClock(services.db);
  const token = cookieValue(request, sessionCookieName(services.publicUrl));
  const session = token ? await sessionOf(services.db, sha256(token)) : null;
  if (session?.stale) await touchSession(services.db, session.tokenHash);
  const locale = localeOf(request, session);
  const documents = answering(services.documents, locale);
  return {
    ctx: { ...services, documents, actor: session ? actorOf(session) : anonymous, now, locale },
    session,
  };
}

const actorOf = (session: SessionRow): Actor => ({
  role: session.orgKind === "platform" ? "admin" : (session.orgKind ?? "guest"),
  userId: session.userId,
  orgId: session.orgId,
  member: session.memberRole,
  secondFactor: session.secondFactorAt !== null,
});

/** The person's own choice first, then what the browser asks for. */
export function localeOf(request: Request, session: SessionRow | null): Locale {
  const chosen = cookieValue(request, localeCookie) ?? session?.locale;
  return isLocale(chosen) ? chosen : localeAccepted(request.headers.get("accept-language"));
}
