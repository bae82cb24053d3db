import { Link } from "@remix-run/react";
import { Chip } from "#app/ui/chip.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

type SignInFactsProps = {
  account: {
    email: string;
    secondFactorAt: string | Date | null;
    sessions: unknown[];
  };
};

/** How somebody signs in, each fact with the way to change it. */
export function SignInFacts({ account }: SignInFactsProps) {
  const t = useT();
  const on = account.secondFactorAt !== null;
  const change = (to: string, label: string) => (
    <Link to={to} aria-label={`${t("account.change")}: ${label}`}>
      {t("account.change")}
    </Link>
  );
  return (
    <KeyValue
      pairs={[
        {
          label: t("account.email"),
          value: account.email,
          note: change("/account/email", t("account.email")),
        },
        {
          label: t("account.password"),
          value: "••••••••••",
          note: change("/account/password", t("account.password")),
        },
        {
          label: t("security.title"),
          value: <Chip tone={on ? "ok" : "info"}>{t(on ? "security.on" : "security.off")}</Chip>,
          note: change("/account/security", t("security.title")),
        },
        {
          label: t("sessions.title"),
          value: t("sessions.count", { count: account.sessions.length }),
          note: <Link to="/account/sessions">{t("sessions.see")}</Link>,
        },
      ]}
    />
  );
}
