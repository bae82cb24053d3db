import { Link, useLocation } from "@remix-run/react";
import {
  BookOpenCheck,
  Building2,
  ClipboardCheck,
  ClockArrowUp,
  Ellipsis,
  FilePlus2,
  Folders,
  Gavel,
  House,
  IdCard,
  Mail,
  PlugZap,
  ScrollText,
  Stamp,
  TextSearch,
  Wallet,
} from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu, type ShellUser } from "./account-menu.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { Footer } from "./footer.tsx";
import { InboxBell } from "./inbox/inbox-bell.tsx";
import type { InboxStanding } from "./inbox/live-inbox.ts";
import { ListKeys, useListKeys } from "./list-keys.ts";
import { Logo } from "./logo.tsx";
import { useT } from "./messages.tsx";
import { currentEntry, type NavIcon, type NavItem, onPhone } from "./navigation.ts";
import type { Theme } from "./preference-switch.tsx";
import { SkipLink } from "./skip-link.tsx";

export const navIcons: Record<NavIcon, typeof House> = {
  home: House,
  cases: Folders,
  post: FilePlus2,
  rounds: Gavel,
  bids: Stamp,
  licence: IdCard,
  review: ClipboardCheck,
  text: TextSearch,
  law: BookOpenCheck,
  audit: ScrollText,
  clock: ClockArrowUp,
  mail: Mail,
  payments: Wallet,
  provider: PlugZap,
  organization: Building2,
};

type AppShellProps = {
  nav: NavItem[];
  user: ShellUser;
  inbox: InboxStanding;
  theme: Theme;
  demo: boolean;
  /** Whether single keys act on lists. */
  keys: boolean;
  children: ReactNode;
};

/** The work rooms' frame: the way about at the top, on a phone at the bottom. */
export function AppShell({ nav, user, inbox, theme, demo, keys, children }: AppShellProps) {
  const t = useT();
  const { pathname } = useLocation();
  const current = currentEntry(nav, pathname);
  useListKeys(keys);
  return (
    <div className="shell">
      <SkipLink />
      {demo && <DemoBar />}
      <header className="top">
        <Link to="/home" className="brand" aria-label={`${t("app.name")}: ${t("nav.home")}`}>
          <Logo />
        </Link>
        <nav className="main-nav" aria-label={t("nav.main")}>
          {nav.map((item) => (
            <NavEntry key={item.to} item={item} current={item === current} />
          ))}
          {nav.length > onPhone + 1 && (
            <MoreEntry current={pathname === "/more" || (!!current && nav.indexOf(current) >= onPhone)} />
          )}
        </nav>
        <div className="top-acts">
          <InboxBell loaded={inbox} />
          <AccountMenu user={user} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <ListKeys.Provider value={keys}>{children}</ListKeys.Provider>
      </main>
      <Footer theme={theme} />
    </div>
  );
}

/** On a phone's bar, in place of the entries that do not fit. */
function MoreEntry({ current }: { current: boolean }) {
  const t = useT();
  return (
    <Link to="/more" className="nav-more" aria-current={current ? "true" : undefined}>
      <Ellipsis aria-hidden size={20} className="nav-icon" />
      <span>{t("nav.more")}</span>
    </Link>
  );
}

function NavEntry({ item: { to, label, icon }, current }: { item: NavItem; current: boolean }) {
  const t = useT();
  const Icon = navIcons[icon];
  return (
    <Link to={to} prefetch="intent" aria-current={current ? "page" : undefined}>
      <Icon aria-hidden size={20} className="nav-icon" />
      <span>{t(label)}</span>
    </Link>
  );
}
