import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { keysCookie, localeCookie, setCookie, themeCookie } from "#app/http/cookies.ts";
import { guard } from "#app/http/guard.ts";
import { ownPath } from "#app/http/own-path.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { themes } from "#app/http/shell.server.ts";
import { locales } from "#app/messages/locale.ts";

const Preferences = z.object({
  locale: z.enum(locales, "error.choose").optional(),
  theme: z.enum(themes, "error.choose").optional(),
  keys: z.enum(["on", "off"], "error.choose").optional(),
  next: z.string().catch("/"),
});

const year = 365 * 24 * 60 * 60;

/** Keeps the reader's language, appearance and keys in cookies and returns to the page. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await guard(args, "page.public");
  const form = await parseForm(args.request, Preferences);
  if (!form.ok) return Response.json(form.error, { status: 422 });

  const headers = new Headers();
  const options = { maxAgeSeconds: year, secure: ctx.publicUrl.startsWith("https:") };
  const { locale, theme, keys, next } = form.value;
  if (locale) headers.append("set-cookie", setCookie(localeCookie, locale, options));
  if (theme) headers.append("set-cookie", setCookie(themeCookie, theme, options));
  if (keys) headers.append("set-cookie", setCookie(keysCookie, keys, options));
  return redirect(ownPath(next) ?? "/", { headers });
}
