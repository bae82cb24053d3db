import { Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { useInsideForm } from "./form-answer.tsx";
import { useT } from "./messages.tsx";

export type ButtonTone = "primary" | "secondary" | "danger" | "quiet";

type ButtonProps = {
  children: ReactNode;
  tone?: ButtonTone;
  type?: "submit" | "button";
  name?: string;
  value?: string;
  icon?: ReactNode;
  small?: boolean;
  /** Fills the width on a phone. */
  wide?: boolean;
  onClick?: () => void;
  /** Another form of the page, by id. */
  form?: string;
  /** Another address for the same form. */
  formAction?: string;
  "aria-describedby"?: string;
};

/**
 * A button. As the submit of an `ActionForm` it shows that the form is on its way and ignores a second click;
 * the server refuses the repeat in any case.
 */
export function Button({
  tone = "secondary",
  type = "submit",
  icon,
  small,
  wide,
  children,
  ...rest
}: ButtonProps) {
  const t = useT();
  const pending = useInsideForm()?.pending === true && type === "submit";
  return (
    <button
      type={type}
      className={classes("button", tone, small && "small", wide && "wide")}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
      {...rest}
    >
      {icon}
      <span>{children}</span>
      {pending && <span className="visually-hidden">{t("form.saving")}</span>}
    </button>
  );
}

type LinkButtonProps = {
  to: string;
  children: ReactNode;
  tone?: ButtonTone;
  icon?: ReactNode;
  small?: boolean;
  wide?: boolean;
  /** A file or another origin: leaves the router. */
  reloadDocument?: boolean;
};

/** A link that looks like a button: for acts that only lead somewhere. */
export function LinkButton({
  to,
  tone = "secondary",
  icon,
  small,
  wide,
  children,
  reloadDocument,
}: LinkButtonProps) {
  const loading = useNavigation();
  const busy = loading.state === "loading" && !loading.formMethod && loading.location.pathname === to;
  return (
    <Link
      to={to}
      reloadDocument={reloadDocument}
      className={classes("button", tone, small && "small", wide && "wide")}
      aria-busy={busy || undefined}
    >
      {icon}
      <span>{children}</span>
    </Link>
  );
}
