import { Link, useLocation } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu, type ShellUser } from "./account-menu.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { Footer } from "./footer.tsx";
import { InboxBell } from "./inbox/inbox-bell.tsx";
import type { InboxStanding } from "./inbox/live-inbox.ts";
import { ListKeys, useListKeys } from "./list-keys.ts";
import { Logo } from "./logo.tsx";
import { useT } from "./messages.tsx";
import { navIcons } from "./nav-icons.ts";
import { NavMenu } from "./nav-menu.tsx";
import { currentEntry, inGroups, type NavItem, onPhone } from "./navigation.ts";
import type { Theme } from "./preference-switch.tsx";
import { SkipLink } from "./skip-link.tsx";

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
  const { single, menus } = inGroups(nav);
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
          {single.map((item) => (
            <NavEntry key={item.to} item={item} current={item === current} />
          ))}
          {menus.map(([label, items]) => (
            <NavMenu key={`${label} ${pathname}`} label={label} items={items} current={current} />
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
