export const localeCookie = "rung_locale";
export const themeCookie = "rung_theme";
export const keysCookie = "rung_keys";

/** Over https the `__Host-` prefix binds the cookie to this origin (RFC 6265bis 4.1.3.2). */
export const sessionCookieName = (publicUrl: string) =>
  publicUrl.startsWith("https:") ? "__Host-rung" : "rung_session";

/** A cookie's value; null where there is none and where it is not percent-encoded text, as ours always is. */
export function cookieValue(request: Request, name: string): string | null {
  const header = request.headers.get("cookie") ?? "";
  for (const part of header.split(";")) {
    const [key, ...rest] = part.trim().split("=");
    if (key === name) return decoded(rest.join("="));
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

type CookieOptions = { maxAgeSeconds?: number; httpOnly?: boolean; secure: boolean };

/** Lax: a link from mail arrives signed in; a form on another site does not. */
export function setCookie(
  name: string,
  value: string,
  { maxAgeSeconds, httpOnly, secure }: CookieOptions,
): string {
  const parts = [`${name}=${encodeURIComponent(value)}`, "Path=/", "SameSite=Lax"];
  if (maxAgeSeconds !== undefined) parts.push(`Max-Age=${maxAgeSeconds}`);
  if (httpOnly !== false) parts.push("HttpOnly");
  if (secure) parts.push("Secure");
  return parts.join("; ");
}
