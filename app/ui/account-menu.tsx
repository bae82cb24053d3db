import { Link } from "@remix-run/react";
import { CircleUserRound } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { useT } from "./messages.tsx";

export type ShellUser = { name: string; email: string; orgName: string | null };

/** Without JavaScript a link to the account page, where everything in the menu stands too. */
export function AccountMenu({ user }: { user: ShellUser }) {
  const t = useT();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const inside = (
    <>
      <CircleUserRound aria-hidden size={20} />
      <span className="account-name">{user.orgName ?? user.name}</span>
    </>
  );
  const label = t("nav.account_of", { name: user.orgName ?? user.name });
  if (!scripted) {
    return (
      <Link to="/account" className="account-trigger" aria-label={label}>
        {inside}
      </Link>
    );
  }
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="account-trigger" aria-label={label}>
        {inside}
      </DropdownMenu.Trigger>
      <DropdownMenu.Content className="menu" align="end" sideOffset={6} collisionPadding={8}>
        <AccountItems user={user} />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

function AccountItems({ user }: { user: ShellUser }) {
  const t = useT();
  const leave = useRef<HTMLFormElement>(null);
  return (
    <>
      <DropdownMenu.Label className="menu-head">
        <b>{user.name}</b>
        <span>{user.email}</span>
      </DropdownMenu.Label>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item asChild>
        <Link to="/account">{t("nav.account")}</Link>
      </DropdownMenu.Item>
      {user.orgName && (
        <DropdownMenu.Item asChild>
          <Link to="/organization">{t("nav.organization")}</Link>
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item asChild onSelect={() => leave.current?.requestSubmit()}>
        <span className="menu-item">{t("nav.sign_out")}</span>
      </DropdownMenu.Item>
      <form method="post" action="/sign-out" ref={leave} hidden />
    </>
  );
}
