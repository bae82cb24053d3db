import { isCollector, type Role } from "#app/domain/accounts/actor.ts";
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

export const navGroups = {
  reviews: "nav.group_reviews",
  law: "nav.group_law",
  money: "nav.group_money",
  records: "nav.group_records",
} as const satisfies Record<string, MessageKey>;

export type NavItem = {
  to: string;
  label: MessageKey;
  icon: NavIcon;
  /** Where a role has more entries than a line holds: the menu it stands in beside the entries that are used daily. */
  group?: keyof typeof navGroups;
};

const grouped = (group: NavItem["group"], items: NavItem[]): NavItem[] =>
  items.map((item) => ({ ...item, group }));

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
    { to: "/admin/licences", label: "nav.review_licences", icon: "licence" },
    { to: "/admin/conduct", label: "nav.conduct", icon: "review" },
    ...grouped("reviews", [
      { to: "/admin/portfolios", label: "portfolios.review", icon: "cases" },
      { to: "/admin/texts", label: "nav.review_texts", icon: "text" },
      { to: "/admin/replies", label: "replies.title", icon: "mail" },
      { to: "/admin/requests", label: "requests.title", icon: "mail" },
    ]),
    ...grouped("law", [
      { to: "/admin/law", label: "nav.law_book", icon: "law" },
      { to: "/admin/templates", label: "wording.title", icon: "mail" },
      { to: "/admin/coverage", label: "nav.coverage", icon: "rounds" },
    ]),
    ...grouped("money", [
      { to: "/admin/exceptions", label: "nav.exceptions", icon: "payments" },
      { to: "/admin/books", label: "nav.books", icon: "review" },
      { to: "/admin/months", label: "nav.months", icon: "review" },
      { to: "/admin/papers", label: "nav.papers", icon: "text" },
      { to: "/admin/provider", label: "nav.provider", icon: "provider" },
    ]),
    ...grouped("records", [{ to: "/admin/audit", label: "nav.audit", icon: "audit" }]),
  ],
};

const demoOnly: NavItem[] = grouped("records", [{ to: "/admin/clock", label: "nav.clock", icon: "clock" }]);

/** How many entries a phone's bar has room for beside the one that leads to all. */
export const onPhone = 4;

const own: NavItem[] = [
  { to: "/inbox", label: "nav.inbox", icon: "mail" },
  { to: "/inbox/settings", label: "settings.title", icon: "mail" },
  { to: "/account", label: "nav.account", icon: "organization" },
  { to: "/account/calendar", label: "calendar.title", icon: "clock" },
];

/** Pages that lie beneath the entries and are looked for by name. */
const beneath: Partial<Record<Role, NavItem[]>> = {
  creditor: [{ to: "/mandates", label: "past.title", icon: "text" }],
  admin: [
    ...grouped("reviews", [
      { to: "/admin/look-ups", label: "look_ups.title", icon: "licence" },
      { to: "/admin/insurances", label: "insurance.review", icon: "licence" },
    ]),
    ...grouped("law", [
      { to: "/admin/law/changes", label: "law_admin.changes", icon: "law" },
      { to: "/admin/law/simulator", label: "law_admin.simulator", icon: "law" },
    ]),
  ],
};

const collectorBeneath: NavItem[] = [
  { to: "/letters", label: "letters.title", icon: "mail" },
  { to: "/rounds/saved", label: "market.saved", icon: "rounds" },
  { to: "/organization/practice", label: "office.title", icon: "organization" },
  { to: "/mandates", label: "past.title", icon: "text" },
];

/** Everything a role can go to: its entries, what lies beneath them, and what is the person's own. */
export function everythingFor(role: Role, demo: boolean): { work: NavItem[]; own: NavItem[] } {
  const deeper = isCollector(role) ? collectorBeneath : (beneath[role] ?? []);
  return { work: [...navigationFor(role, demo), ...deeper], own: role === "guest" ? own.slice(2, 3) : own };
}

/** Where a role's work lies, in the order of use; the first four also stand on a phone's bar. */
export function navigationFor(role: Role, demo: boolean): NavItem[] {
  const items = byRole[role] ?? [];
  return demo && role === "admin" ? [...items, ...demoOnly] : items;
}

/** The entries that stand by themselves, and the menus of the others, in their order. */
export function inGroups(items: NavItem[]): { single: NavItem[]; menus: [MessageKey, NavItem[]][] } {
  const named = Object.entries(navGroups).map(([name, label]): [MessageKey, NavItem[]] => [
    label,
    items.filter(({ group }) => group === name),
  ]);
  return {
    single: items.filter(({ group }) => !group),
    menus: named.filter(([, within]) => within.length > 0),
  };
}

/** The entry under which an address lies: the one that shares the longest path with it. */
export function currentEntry(items: NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
