import type { MessageKey, MessageValues } from "#app/messages/catalogue.ts";
import { cookieValue, setCookie } from "./cookies.ts";

/** A short answer shown once, on the next page: a catalogue key, never text from the request. */
export type Flash = { tone: "ok" | "info" | "bad"; key: MessageKey; values?: MessageValues };

const name = "rung_flash";

/** The `Set-Cookie` that carries an answer over a redirect. */
export const flashCookie = (flash: Flash, publicUrl: string): string =>
  setCookie(name, JSON.stringify(flash), { maxAgeSeconds: 60, secure: publicUrl.startsWith("https:") });

/** Takes the answer away again once it was shown. */
export const clearedFlash = (publicUrl: string): string =>
  setCookie(name, "", { maxAgeSeconds: 0, secure: publicUrl.startsWith("https:") });

/** The answer that came with this request, if it is one of ours. */
export function flashOf(
  request: Request,
): { tone: Flash["tone"]; key: string; values?: MessageValues } | null {
  const text = cookieValue(request, name);
  if (!text) return null;
  try {
    const { tone, key, values } = JSON.parse(text);
    const known = (tone === "ok" || tone === "info" || tone === "bad") && typeof key === "string";
    return known ? { tone, key, values: plainValues(values) } : null;
  } catch {
    return null;
  }
}

const plainValues = (values: unknown): MessageValues =>
  Object.fromEntries(
    Object.entries(values ?? {}).filter(
      ([, value]) => typeof value === "string" || typeof value === "number",
    ),
  );
