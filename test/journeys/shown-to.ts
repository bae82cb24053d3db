import type { Demo } from "./demo.ts";

/** Who looks: `halfway` has given the password and not yet the second factor; a `guest` belongs to no organization. */
export const visitors = ["anonymous", "halfway", "guest", "creditor", "lawyer", "admin"] as const;
export type Visitor = (typeof visitors)[number];

/** The addresses a page is seen at in the demo, and by whom. */
export type DemoPage = { by: readonly Visitor[]; at: (demo: Demo) => string[]; status: number };

export function shownTo(...by: Visitor[]) {
  return (at: string | string[] | ((demo: Demo) => string | string[]), status = 200): DemoPage => ({
    by,
    at: (demo) => [typeof at === "function" ? at(demo) : at].flat(),
    status,
  });
}

export const anybody = shownTo("anonymous");
export const creditor = shownTo("creditor");
export const lawyer = shownTo("lawyer");
export const parties = shownTo("creditor", "lawyer");
export const admin = shownTo("admin");
