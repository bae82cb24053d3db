import { Link } from "@remix-run/react";
import { useT } from "./messages.tsx";
import { LanguageSwitch, type Theme, ThemeSwitch } from "./preference-switch.tsx";

export function Footer({ theme }: { theme: Theme }) {
  const t = useT();
  return (
    <footer className="foot">
      <div className="foot-links">
        <Link to="/law">{t("nav.law")}</Link>
        <Link to="/terms">{t("nav.terms")}</Link>
        <Link to="/privacy">{t("nav.privacy")}</Link>
      </div>
      <LanguageSwitch />
      <ThemeSwitch theme={theme} />
    </footer>
  );
}
