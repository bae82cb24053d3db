import { Check, Clock, Lock } from "lucide-react";
import type { ReactNode } from "react";
import type { Force } from "#app/domain/law/types.ts";
import { formatDate } from "#app/messages/format.ts";
import { Chip } from "./chip.tsx";
import { DateText } from "./format.tsx";
import { useLocale, useT } from "./messages.tsx";
import { Phrase } from "./phrase.tsx";

export type Prerequisite = {
  met: boolean;
  text: ReactNode;
  /** Short name of the source: "Civil Code art. 195". */
  citation?: string | null;
  /** The rule's id, in the citation's hover. */
  rule?: string;
  force?: Force;
  /** The source's text or reference. */
  href?: string | null;
  /** The act that would satisfy it. */
  act?: ReactNode;
};

export type Rung = {
  stage: string;
  state: "done" | "now" | "next" | "blocked";
  title: string;
  /** One line: how it was done, who may do it. */
  note?: ReactNode;
  /** Civil date it was done or entered. */
  date?: string | null;
  /** Civil date from which it is lawful. */
  earliest?: string | null;
  prereqs: Prerequisite[];
  cost?: ReactNode;
  blockedReason?: ReactNode;
  /** The act on this rung: a button or link. */
  action?: ReactNode;
};

type LadderRungProps = { rung: Rung; number: number; today?: string };

export function LadderRung({ rung, number, today }: LadderRungProps) {
  const t = useT();
  const { state, title, note, prereqs, cost, action } = rung;
  const unmet = prereqs.filter(({ met }) => !met).length;
  return (
    <li className={`rung ${state}`} aria-current={state === "now" ? "step" : undefined}>
      <span className="rung-dot" aria-hidden>
        {state === "done" ? <Check size={13} strokeWidth={3.5} /> : number}
      </span>
      <div className="rung-body">
        <details open={state === "now"}>
          <summary>
            <span className="rung-title">
              <span className="visually-hidden">{t(`ladder.state.${state}`)}: </span>
              {title}
            </span>
            <RungWhen rung={rung} unmet={unmet} />
            <RungReason rung={rung} />
          </summary>
          <div className="rung-more">
            {prereqs.length > 0 && <Prerequisites prereqs={prereqs} />}
            {prereqs.length === 0 && (state === "now" || state === "next") && (
              <p>{t("ladder.no_prerequisites")}</p>
            )}
            {cost && (
              <p className="rung-cost">
                <Phrase of="ladder.cost" nodes={{ cost }} />
              </p>
            )}
            {rung.earliest && today && state !== "done" && (
              <p className="rung-cost">
                <DateText on={rung.earliest} today={today} />
              </p>
            )}
          </div>
        </details>
        {note && state !== "blocked" && <p className="rung-note">{note}</p>}
        {action && <div className="rung-action">{action}</div>}
      </div>
    </li>
  );
}

/** At the right of the title: the date it happened, the day it opens, or what is missing. */
function RungWhen({ rung, unmet }: { rung: Rung; unmet: number }) {
  const t = useT();
  const locale = useLocale();
  if (rung.date && (rung.state === "done" || rung.state === "now")) {
    return (
      <span className="rung-when">
        <DateText on={rung.date} />
      </span>
    );
  }
  if (rung.earliest)
    return <Chip tone="wait">{t("ladder.earliest", { date: formatDate(rung.earliest, locale) })}</Chip>;
  if (rung.state !== "blocked") return null;
  return (
    <Chip tone="shut">{unmet > 0 ? t("ladder.missing", { count: unmet }) : t("ladder.state.blocked")}</Chip>
  );
}

function RungReason({ rung }: { rung: Rung }) {
  if (rung.state === "done" || !rung.blockedReason) return null;
  return <span className="rung-reason">{rung.blockedReason}</span>;
}

function Prerequisites({ prereqs }: { prereqs: Prerequisite[] }) {
  const t = useT();
  return (
    <ul className="prereqs">
      {prereqs.map((each, at) => (
        <li key={each.rule ?? at} className={each.met ? "met" : "unmet"}>
          <span className="prereq-icon" aria-hidden>
            {each.met ? (
              <Check size={15} strokeWidth={2.5} />
            ) : each.act ? (
              <Lock size={14} />
            ) : (
              <Clock size={14} />
            )}
          </span>
          <div>
            <span className="visually-hidden">{t(each.met ? "ladder.met" : "ladder.unmet")}: </span>
            {each.text} <Citation {...each} />
            {each.act && <div className="prereq-act">{each.act}</div>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The source as a small superscript, a link where its text can be opened. */
export function Citation({
  citation,
  rule,
  force,
  href,
}: Pick<Prerequisite, "citation" | "rule" | "force" | "href">) {
  const t = useT();
  const isPolicy = force === "POL";
  const name = isPolicy ? rule : (citation ?? rule);
  if (!name) return null;
  const about = [force && t(`force.${force}`), isPolicy ? citation : rule].filter(Boolean).join(" · ");
  return (
    <sup className="cite">
      {href ? (
        <a href={href} title={about} rel="noreferrer">
          {name}
        </a>
      ) : (
        <span title={about}>{name}</span>
      )}
    </sup>
  );
}
