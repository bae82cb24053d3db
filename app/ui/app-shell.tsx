import { Link, useLocation } from "@remix-run/react";
import {
  BookOpenCheck,
  Building2,
  ClipboardCheck,
  ClockArrowUp,
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
import { Logo } from "./logo.tsx";
import { useT } from "./messages.tsx";
import { currentEntry, type NavIcon, type NavItem } from "./navigation.ts";
import type { Theme } from "./preference-switch.tsx";
import { SkipLink } from "./skip-link.tsx";

const icons: Record<NavIcon, typeof House> = {
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
  unread: number;
  theme: Theme;
  demo: boolean;
  children: ReactNode;
};

/** The work rooms' frame: the way about at the top, on a phone at the bottom. */
export function AppShell({ nav, user, unread, theme, demo, children }: AppShellProps) {
  const t = useT();
  const current = currentEntry(nav, useLocation().pathname);
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
        </nav>
        <div className="top-acts">
          <InboxBell unread={unread} />
          <AccountMenu user={user} />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer theme={theme} />
    </div>
  );
}

function NavEntry({ item: { to, label, icon }, current }: { item: NavItem; current: boolean }) {
  const t = useT();
  const Icon = icons[icon];
  return (
    <Link to={to} prefetch="intent" aria-current={current ? "page" : undefined}>
      <Icon aria-hidden size={20} className="nav-icon" />
      <span>{t(label)}</span>
    </Link>
  );
}
