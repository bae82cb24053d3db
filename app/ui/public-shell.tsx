import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { LinkButton } from "./button.tsx";
import { DemoBar } from "./demo-bar.tsx";
import { Footer } from "./footer.tsx";
import { Logo } from "./logo.tsx";
import { useT } from "./messages.tsx";
import { LanguageSwitch, type Theme } from "./preference-switch.tsx";
import { SkipLink } from "./skip-link.tsx";

type PublicShellProps = {
  theme: Theme;
  demo: boolean;
  /** Without the ways in: for pages of debtors, who come for one thing. */
  quiet?: boolean;
  children: ReactNode;
};

/** The frame for people who are not signed in. */
export function PublicShell({ theme, demo, quiet = false, children }: PublicShellProps) {
  const t = useT();
  return (
    <div className="shell public">
      <SkipLink />
      {demo && <DemoBar />}
      <header className="top">
        <Link to="/" className="brand" aria-label={t("app.name")}>
          <Logo />
        </Link>
        <div className="top-acts">
          <span className="wide-only">
            <LanguageSwitch />
          </span>
          {!quiet && (
            <>
              <Link to="/sign-in" className="top-link">
                {t("nav.sign_in")}
              </Link>
              <LinkButton to="/sign-up" tone="primary" small>
                {t("nav.sign_up")}
              </LinkButton>
            </>
          )}
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer theme={theme} />
    </div>
  );
}
