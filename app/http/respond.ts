import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { sessionLongestSeconds } from "#db/queries/accounts.ts";
import { cookieValue, sessionCookieName, setCookie } from "./cookies.ts";
import { type Flash, flashCookie } from "./flash.ts";
import { type FormRefusal, refusedAt } from "./parse-form.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Origin = Pick<Ctx, "publicUrl">;

const isSecure = ({ publicUrl }: Origin) => publicUrl.startsWith("https:");

/** The login cookie. How long the session really lives is the database's to say. */
export const sessionCookie = (ctx: Origin, token: string): string =>
  setCookie(sessionCookieName(ctx.publicUrl), token, {
    maxAgeSeconds: sessionLongestSeconds,
    secure: isSecure(ctx),
  });

export const endedSession = (ctx: Origin): string =>
  setCookie(sessionCookieName(ctx.publicUrl), "", { maxAgeSeconds: 0, secure: isSecure(ctx) });

/** The hash of this request's login cookie: what use-cases call `session`. Empty without a cookie. */
export function sessionHash({ request, context }: Args): string {
  const token = cookieValue(request, sessionCookieName(context.services.publicUrl));
  return token ? sha256(token) : "";
}

/** Who knocks, as the server sees it: for rate limits and the list of sessions. */
export const knockOf = ({ request, context }: Args) => ({
  address: context.address,
  userAgent: request.headers.get("user-agent")?.slice(0, 300),
});

/** A redirect that carries cookies and, for the next page, a short answer. */
export function goTo(
  ctx: Origin,
  to: string,
  { flash, cookies = [] }: { flash?: Flash; cookies?: string[] },
) {
  const headers = new Headers(cookies.map((cookie) => ["set-cookie", cookie]));
  if (flash) headers.append("set-cookie", flashCookie(flash, ctx.publicUrl));
  return redirect(to, { headers });
}

/** The form again, with what is wrong at its fields. */
export const refuse = (status: number, refusal: FormRefusal) => data(refusal, { status });

/** Too many attempts: when to come back, in words and in the header (RFC 9110 10.2.3). */
export const tooMany = (
  { retryAfterSeconds }: { retryAfterSeconds: number },
  values: FormRefusal["values"] = {},
) =>
  data(refusedAt("form", "error.too_many", values), {
    status: 429,
    headers: { "retry-after": String(retryAfterSeconds) },
  });
