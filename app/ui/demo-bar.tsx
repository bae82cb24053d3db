import { Link } from "@remix-run/react";
import { useT } from "./messages.tsx";

/** Says on every page that this is a demonstration, and where its mails lie. */
export function DemoBar() {
  const t = useT();
  return (
    <aside className="demo-bar" aria-label={t("app.demo_label")}>
      {t("app.demo")} <Link to="/demo/outbox">{t("nav.outbox")}</Link>
    </aside>
  );
}
