import { type Locale, localeTags } from "#app/messages/locale.ts";
import type { T } from "#app/messages/translate.ts";

/** Markup that is already safe; everything else a template is given is text. */
export type Html = { html: string };

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]);

type Part = string | number | Html | null | false | readonly Html[];

const shown = (part: Part): string => {
  if (part === null || part === false) return "";
  if (typeof part === "object") return "html" in part ? part.html : part.map(({ html }) => html).join("");
  return escaped(String(part));
};

export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: strings.reduce((text, string, index) => text + shown(parts[index - 1]) + string),
});

const style = `
:root{color-scheme:light dark;--paper:light-dark(#fbfaf7,#15161a);--card:light-dark(#fff,#1c1e23);--ink:light-dark(#1c1b19,#ecebe7);--soft:light-dark(#54504a,#b9b6af);--line:light-dark(#8b8578,#7d8392);--act:light-dark(#1f3fa8,#93abff);--act-ink:light-dark(#fff,#10142a);--wait:light-dark(#fbf0d9,#322a12);--wait-ink:light-dark(#5c3b00,#e5b95c);--bad:light-dark(#a3221b,#ff9d95)}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans SC","PingFang SC",sans-serif}
.band{background:var(--wait);color:var(--wait-ink);padding:12px 16px}.band p{max-width:40rem;margin:0 auto}
main{max-width:40rem;margin:0 auto;padding:24px 16px 48px}h1{font-size:1.5rem;line-height:1.25;margin:0 0 8px}
.amount{font-size:2rem;font-variant-numeric:tabular-nums;margin:0 0 16px}.soft{color:var(--soft)}
label,legend{display:block;font-weight:600;margin:16px 0 4px}input,select{width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--line);border-radius:6px;background:var(--card);color:inherit;font:inherit}
.acts{display:flex;flex-wrap:wrap;gap:12px;margin-top:24px;align-items:center}button,.button{min-height:44px;padding:8px 20px;border-radius:6px;border:1px solid var(--act);background:var(--act);color:var(--act-ink);font:inherit;font-weight:600;cursor:pointer}
button.quiet{background:transparent;color:var(--act)}a{color:var(--act)}:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.error{color:var(--bad);border-left:4px solid var(--bad);padding:4px 12px;margin:16px 0}
table{width:100%;border-collapse:collapse;margin:8px 0 24px}th,td{text-align:left;padding:6px 8px 6px 0;border-bottom:1px solid var(--line);vertical-align:top;font-variant-numeric:tabular-nums}
code{font-size:.875rem;overflow-wrap:anywhere}.wide{overflow-x:auto}`;

export type Page = { status: number; headers: Record<string, string>; body: string };

/** A whole page; what it is stands on top of every one of them. */
export function page(
  { t, locale }: { t: T; locale: Locale },
  { title, body, status = 200 }: { title: string; body: Html; status?: number },
): Page {
  const whole = html`<!doctype html>
<html lang="${localeTags[locale]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · ${t("local_stripe.name")}</title><style>${{ html: style }}</style></head>
<body><aside class="band" aria-label="${t("local_stripe.name")}"><p>${t("local_stripe.not_real")}</p></aside>
<main><h1>${title}</h1>${body}</main></body></html>`;
  return { status, headers: pageHeaders, body: whole.html };
}

/** A form's answer leads back to the product, which may stand at another origin: `form-action` stays open. */
const pageHeaders = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Only an address of the web is gone to. */
export const sendTo = (location: string): Page => ({
  status: 303,
  headers: { location: /^https?:\/\//.test(location) ? location : "/" },
  body: "",
});
