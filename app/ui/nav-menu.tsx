import { Link } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import type { FocusEvent, KeyboardEvent } from "react";
import type { MessageKey } from "#app/messages/words.ts";
import { useT } from "./messages.tsx";
import type { NavItem } from "./navigation.ts";

type NavMenuProps = { label: MessageKey; items: NavItem[]; current: NavItem | undefined };

/**
 * Entries of one kind under one name. A disclosure and no menu of commands (WAI-ARIA, disclosure navigation): it opens without
 * JavaScript, one at a time, and with it closes at Escape and when the focus goes elsewhere.
 */
export function NavMenu({ label, items, current }: NavMenuProps) {
  const t = useT();
  return (
    <details className="nav-menu" name="nav-menu" onKeyDown={closeAtEscape} onBlur={closeWhenLeft}>
      <summary aria-current={current && items.includes(current) ? "true" : undefined}>
        {t(label)}
        <ChevronDown aria-hidden size={16} />
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} prefetch="intent" aria-current={item === current ? "page" : undefined}>
              {t(item.label)}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function closeAtEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== "Escape" || !currentTarget.open) return;
  currentTarget.open = false;
  currentTarget.querySelector("summary")?.focus();
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) {
  if (!currentTarget.contains(relatedTarget)) currentTarget.open = false;
}
