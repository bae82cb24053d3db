import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useReadAnew } from "#app/ui/read-anew.ts";

/** How many notices are unread, and the id of the newest. */
export type InboxStanding = { unread: number; newest: string | null };

/** As `/inbox/stream` sends it. */
type InboxEvent =
  | { unread: number; notice: { id: string; title: string; href: string } }
  | (InboxStanding & { notice: null });

/** A page that is only passed through opens no stream. */
const settleMs = 1_500;

/** Lists of what came; a page that is filled in is not read anew under the hands of whoever fills it in: what an act answered would be gone. */
const tellsNews = (path: string) => ["/inbox", "/home"].includes(path) || path.endsWith("/messages");

/**
 * The unread count and the newest notice's words, live. A page that shows what a notice tells of is read anew, and so is a list of
 * news loaded before a notice that it never heard: what came while it woke up, before it listened, is known by the newest one alone.
 */
export function useLiveInbox(loaded: InboxStanding): { unread: number; latest: string | null } {
  const [unread, setUnread] = useState(loaded.unread);
  const [latest, setLatest] = useState<string | null>(null);
  const readAnew = useReadAnew();
  const { pathname } = useLocation();
  const here = useRef(pathname);
  here.current = pathname;
  const newest = useRef(loaded.newest);
  useEffect(() => {
    setUnread(loaded.unread);
    newest.current = loaded.newest;
  }, [loaded]);
  useEffect(
    () =>
      followInbox((event) => {
        setUnread(event.unread);
        if (!event.notice) {
          if (event.newest !== newest.current && tellsNews(here.current)) readAnew();
          newest.current = event.newest;
          return;
        }
        newest.current = event.notice.id;
        setLatest(event.notice.title);
        const about = new URL(event.notice.href, window.location.origin).pathname;
        if (["/inbox", "/home", about].includes(here.current)) readAnew();
      }),
    [readAnew],
  );
  return { unread, latest };
}

/**
 * Listens while the page is looked at: browsers give an address six connections over HTTP/1.1, and a stream takes one. What came
 * while it was not looked at is asked for by the last notice seen. Returns how to stop.
 */
function followInbox(told: (event: InboxEvent) => void): () => void {
  if (typeof EventSource === "undefined") return () => {};
  const seen = new Set<string>();
  let last = "";
  let source: EventSource | null = null;
  let opening: ReturnType<typeof setTimeout> | undefined;
  const hear = ({ data }: MessageEvent<string>) => {
    const event: InboxEvent = JSON.parse(data);
    if (event.notice) {
      if (seen.has(event.notice.id)) return;
      seen.add(event.notice.id);
      last = event.notice.id;
    }
    told(event);
  };
  const close = () => {
    clearTimeout(opening);
    source?.close();
    source = null;
  };
  const open = () => {
    source = new EventSource(last ? `/inbox/stream?after=${last}` : "/inbox/stream");
    source.addEventListener("notice", hear);
    source.addEventListener("standing", hear);
  };
  const follow = () => {
    close();
    if (document.visibilityState === "visible") opening = setTimeout(open, settleMs);
  };
  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    close();
  };
}
