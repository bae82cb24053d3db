import { NavLink } from "@remix-run/react";
import { Bell } from "lucide-react";
import { useT } from "#app/ui/messages.tsx";
import { type InboxStanding, useLiveInbox } from "./live-inbox.ts";

/** The way to the inbox and how much in it is unread; with scripts both stay true while the page is open. */
export function InboxBell({ loaded }: { loaded: InboxStanding }) {
  const t = useT();
  const { unread, latest } = useLiveInbox(loaded);
  return (
    <>
      <NavLink
        to="/inbox"
        className="bell"
        aria-label={unread ? t("nav.inbox_unread", { count: unread }) : t("nav.inbox")}
      >
        <Bell aria-hidden size={20} />
        {unread > 0 && <span className="bell-count">{unread > 99 ? "99+" : unread}</span>}
      </NavLink>
      <span role="status" className="visually-hidden">
        {latest && t("inbox.live", { title: latest })}
      </span>
    </>
  );
}
