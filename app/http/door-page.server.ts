import { data, redirect } from "@remix-run/node";
import { type DoorLanguage, isDoorLanguage } from "#app/messages/door/languages.ts";
import { type DoorKey, doorTranslator } from "#app/messages/door/translate.ts";
import { localeAccepted } from "#app/messages/locale.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { doorVisit, type Visit } from "#app/use-cases/debtors/door-visit.server.ts";
import { visitMinutes } from "#app/use-cases/debtors/enter-door.server.ts";
import { cookieValue, localeCookie, setCookie } from "./cookies.ts";

const languageCookie = "rung_door_language";

/** What the reader chose, on this page or before. */
function chosenLanguage(request: Request): DoorLanguage | null {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isDoorLanguage(asked)) return asked;
  const kept = cookieValue(request, languageCookie);
  return isDoorLanguage(kept) ? kept : null;
}

/** The reader's choice, else the language of the letter in hand, else what the browser asks for. */
export function doorLanguage(request: Request, ofLetter?: DoorLanguage): DoorLanguage {
  const chosen = chosenLanguage(request) ?? ofLetter;
  if (chosen) return chosen;
  const set = cookieValue(request, localeCookie);
  if (isDoorLanguage(set)) return set;
  const header = request.headers.get("accept-language");
  return /^\s*de\b/i.test(header ?? "") ? "de" : localeAccepted(header);
}

/** Kept by nobody on the way, and told to nobody one goes to from here; a language chosen on this page stays chosen. */
export function doorHeaders(request: Request, publicUrl: string): Headers {
  const headers = new Headers({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  const asked = new URL(request.url).searchParams.get("lang");
  if (isDoorLanguage(asked)) {
    const secure = publicUrl.startsWith("https:");
    headers.append("set-cookie", setCookie(languageCookie, asked, { maxAgeSeconds: 31_536_000, secure }));
  }
  return headers;
}

/** What the browser's tab says. */
export function doorTitle(language: DoorLanguage, key: DoorKey): string {
  const t = doorTranslator(language);
  return t("app.title", { page: t(key) });
}

/** What every page before the door is loaded with: its title and language, and headers that keep it from those on the way. */
export function beforeDoor({ publicUrl }: Ctx, request: Request, key: DoorKey) {
  const language = doorLanguage(request);
  const headers = doorHeaders(request, publicUrl);
  return data({ title: doorTitle(language, key), language }, { headers });
}

const visitCookie = "rung_door";
const origin = (publicUrl: string) => ({ secure: publicUrl.startsWith("https:") });

/** Keeps a visit in the browser, for as long as it can last. */
export const visitOpened = ({ publicUrl }: Ctx, token: string): string =>
  setCookie(visitCookie, token, { ...origin(publicUrl), maxAgeSeconds: visitMinutes * 60 });

export const visitClosed = ({ publicUrl }: Ctx): string =>
  setCookie(visitCookie, "", { ...origin(publicUrl), maxAgeSeconds: 0 });

export const visitToken = (request: Request): string => cookieValue(request, visitCookie) ?? "";

/** The visitor inside, and the language they read; whoever is not is shown the way in. */
export async function insideDoor(
  ctx: Ctx,
  request: Request,
  { receipts = false }: { receipts?: boolean } = {},
): Promise<Visit & { reads: DoorLanguage; headers: Headers }> {
  const visit = await doorVisit(ctx, visitToken(request));
  if (!visit) throw redirect("/door", { headers: { "cache-control": "no-store" } });
  if (visit.onlyReceipts && !receipts) throw redirect("/door/receipts");
  const reads = doorLanguage(request, visit.language);
  return { ...visit, reads, headers: doorHeaders(request, ctx.publicUrl) };
}
