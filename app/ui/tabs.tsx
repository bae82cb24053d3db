import { Link, NavLink } from "@remix-run/react";
import { classes } from "./classes.ts";

export type Tab = {
  to: string;
  label: string;
  count?: number;
  /** The count in words, where a bare figure would not tell what it counts. */
  said?: string;
  /** Where the tabs differ by query only, the page says which one is open. */
  current?: boolean;
  /** Current on this address alone, not below it. */
  end?: boolean;
};

/** Views of one thing, each with its own address. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <TabLink key={tab.to} {...tab} />
      ))}
    </nav>
  );
}

function TabLink({ to, label, count, said, current, end = true }: Tab) {
  const inside = (
    <>
      {label}
      {count !== undefined && (
        <span className={classes("count", said && "fresh")} aria-hidden={said ? true : undefined}>
          {count}
        </span>
      )}
      {said && <span className="visually-hidden">, {said}</span>}
    </>
  );
  if (current === undefined) {
    return (
      <NavLink to={to} end={end} preventScrollReset>
        {inside}
      </NavLink>
    );
  }
  return (
    <Link to={to} preventScrollReset aria-current={current ? "page" : undefined}>
      {inside}
    </Link>
  );
}
