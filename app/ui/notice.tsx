import { CircleAlert, CircleCheck, Clock, Info, Lock } from "lucide-react";
import type { ReactNode } from "react";

export type NoticeTone = "info" | "ok" | "wait" | "shut" | "bad";

const icons = { info: Info, ok: CircleCheck, wait: Clock, shut: Lock, bad: CircleAlert };

type NoticeProps = { tone?: NoticeTone; title?: ReactNode; children?: ReactNode; action?: ReactNode };

/** A remark inside a page: what to know, with an icon and a title in words. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`notice ${tone}`} role={tone === "bad" ? "alert" : undefined}>
      <Icon aria-hidden size={18} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}

type NextStepProps = { title: ReactNode; children?: ReactNode; action?: ReactNode };

/** Who acts next and by when: the first card of a page about something that moves. */
export function NextStep({ title, children, action }: NextStepProps) {
  return (
    <section className="card next-step">
      <div>
        <h2>{title}</h2>
        {children && <div className="next-text">{children}</div>}
      </div>
      {action && <div className="next-action">{action}</div>}
    </section>
  );
}
