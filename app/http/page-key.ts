import { isId } from "#app/domain/ids.ts";

type PageKey = { at: Date; id: string };

/** Where a page of a list begins, from `?after=2026-11-23T10:00:00.000Z_<id>`; null for the first page or a mangled key. */
export function pageKeyOf(request: Request): PageKey | null {
  const [at, id] = (new URL(request.url).searchParams.get("after") ?? "").split("_");
  const moment = new Date(at);
  return id && isId(id) && !Number.isNaN(moment.getTime()) ? { at: moment, id } : null;
}

/** The same address with another beginning. */
export function nextPage(request: Request, key: PageKey | null): string | null {
  if (!key) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set("after", `${key.at.toISOString()}_${key.id}`);
  return `${pathname}?${searchParams}`;
}
