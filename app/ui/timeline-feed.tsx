import type { ReactNode } from "react";
import { Instant } from "./format.tsx";

export type FeedItem = {
  key: string;
  at: string | Date;
  /** IANA zone the moment is shown in. */
  zone: string;
  /** What happened, in a few words. */
  title: ReactNode;
  /** A chip before the title: a blocked attempt, a hold. */
  chip?: ReactNode;
  children?: ReactNode;
  /** Who recorded it, proof, number and hash. */
  meta?: ReactNode;
};

/** Events in the order given, each with its moment, its words and its proof. */
export function TimelineFeed({ items, label }: { items: FeedItem[]; label: string }) {
  return (
    <ol className="feed" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <div className="feed-time">
            <Instant at={item.at} zone={item.zone} />
          </div>
          <div className="feed-body">
            <p>
              {item.chip} <b>{item.title}</b>
            </p>
            {item.children}
            {item.meta && <p className="feed-meta">{item.meta}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
