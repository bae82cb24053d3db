import type { Role } from "#app/domain/accounts/actor.ts";
import type { MessageKey } from "#app/messages/words.ts";

export type NavIcon =
  | "home"
  | "cases"
  | "post"
  | "rounds"
  | "bids"
  | "licence"
  | "review"
  | "law"
  | "audit"
  | "clock"
  | "mail"
  | "text"
  | "payments"
  | "provider"
  | "organization";

export type NavItem = {
  to: string;
  label: MessageKey;
  icon: NavIcon;
};

const home: NavItem = { to: "/home", label: "nav.home", icon: "home" };
const cases: NavItem = { to: "/cases", label: "nav.cases", icon: "cases" };
const payments: NavItem = { to: "/payments", label: "nav.payments", icon: "payments" };
const organization: NavItem = { to: "/organization", label: "nav.organization", icon: "organization" };

const collector: NavItem[] = [
  home,
  { to: "/rounds", label: "nav.rounds", icon: "rounds" },
  { to: "/bids", label: "bids.title", icon: "bids" },
  cases,
  { to: "/practice", label: "nav.practice", icon: "organization" },
  { to: "/licences", label: "nav.licences", icon: "licence" },
  { to: "/prices", label: "nav.prices", icon: "text" },
  payments,
  organization,
];

const byRole: Partial<Record<Role, NavItem[]>> = {
  guest: [home, { to: "/organization/new", label: "nav.organization", icon: "organization" }],
  creditor: [
    home,
    cases,
    { to: "/cases/new", label: "nav.post", icon: "post" },
    payments,
    { to: "/portfolios", label: "portfolios.title", icon: "cases" },
    organization,
  ],
  lawyer: collector,
  law_firm: collector,
  agency: collector,
  admin: [
    home,
    { to: "/admin/cases", label: "nav.review_cases", icon: "review" },
    { to: "/admin/portfolios", label: "portfolios.review", icon: "cases" },
    { to: "/admin/licences", label: "nav.review_licences", icon: "licence" },
    { to: "/admin/texts", label: "nav.review_texts", icon: "text" },
    { to: "/admin/coverage", label: "nav.coverage", icon: "rounds" },
    { to: "/admin/law", label: "nav.law_book", icon: "law" },
    { to: "/admin/provider", label: "nav.provider", icon: "provider" },
    { to: "/admin/audit", label: "nav.audit", icon: "audit" },
  ],
};

const demoOnly: NavItem[] = [{ to: "/admin/clock", label: "nav.clock", icon: "clock" }];

/** Where a role's work lies, in the order of use; the first four or five also stand on a phone's bottom bar. */
export function navigationFor(role: Role, demo: boolean): NavItem[] {
  const items = byRole[role] ?? [];
  return demo && role === "admin" ? [...items, ...demoOnly] : items;
}

/** The entry under which an address lies: the one that shares the longest path with it. */
export function currentEntry(items: NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
