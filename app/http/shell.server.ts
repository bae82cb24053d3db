import { data, type LoaderFunctionArgs } from "@remix-run/node";
import type { Role } from "#app/domain/accounts/actor.ts";
import { standingOf } from "#db/queries/notifications.ts";
import { cookieValue, keysCookie, themeCookie } from "./cookies.ts";
import { clearedFlash, flashOf } from "./flash.ts";
import { visitOf } from "./visit.server.ts";

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];
export const isTheme = (value: unknown): value is Theme => themes.some((each) => each === value);

export const themeOf = (request: Request): Theme => {
  const chosen = cookieValue(request, themeCookie);
  return isTheme(chosen) ? chosen : "auto";
};

/** Whether single keys act: they do until their owner switches them off. */
export const keysOn = (request: Request): boolean => cookieValue(request, keysCookie) !== "off";

/** What the frame around every page shows. */
export async function shellData(args: LoaderFunctionArgs) {
  const { ctx, session } = await visitOf(args);
  const flash = flashOf(args.request);
  const role: Role = ctx.actor.role;
  const user = session && { name: session.name, email: session.email, orgName: session.orgName, role };
  const shell = {
    locale: ctx.locale,
    theme: themeOf(args.request),
    keys: keysOn(args.request),
    user,
    inbox: session ? await standingOf(ctx.db, session.userId) : { unread: 0, newest: null },
    demo: ctx.mode === "demo",
    flash,
  };
  return data(shell, flash ? { headers: { "set-cookie": clearedFlash(ctx.publicUrl) } } : undefined);
}
