import { Check } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import type { LineState } from "#app/domain/law/line-states.ts";
import type { Force } from "#app/domain/law/types.ts";
import { formatDate } from "#app/messages/format.ts";
import { Chip } from "./chip.tsx";
import { Citation } from "./citation.tsx";
import { DateText } from "./format.tsx";
import { Glyph } from "./glyph.tsx";
import { useLocale, useT } from "./messages.tsx";
import { Phrase } from "./phrase.tsx";

export type Source = {
  rule?: string;
  force?: Force /** Short name of the source: "Civil Code art. 195". */;
  citation?: string | null;
};

export type Prerequisite = {
  state: LineState;
  text: ReactNode;
  sources: Source[];
  /** Behind the sources: how many more there are. */
  more?: ReactNode;
  /** The acts that would satisfy it, or who can. */
  acts?: ReactNode;
};

export type Rung = {
  stage: string;
  state: "done" | "now" | "next" | "blocked" | "skipped";
  title: string;
  /** One line: how it was done, who may do it. */
  note?: ReactNode;
  /** Civil date it was done or entered, and who did it. */
  date?: string | null;
  who?: string | null;
  /** Civil date from which it is lawful. */
  earliest?: string | null;
  /** Of an open rung and of those ahead. */
  prereqs: Prerequisite[];
  cost?: ReactNode;
  /** Why not yet, in one sentence. */
  blockedReason?: ReactNode;
  /** The act on this rung: a link. */
  action?: ReactNode;
};

type LadderRungProps = { rung: Rung; number: number; today?: string };

/** What lies behind is a line; what is open or ahead opens to its checklist. */
export function LadderRung({ rung, number, today }: LadderRungProps) {
  const { state, note } = rung;
  const isBehind = state === "done" || state === "skipped";
  return (
    <li className={`rung ${state}`} aria-current={state === "now" ? "step" : undefined}>
      <span className="rung-dot" aria-hidden>
        {state === "done" ? <Check size={13} strokeWidth={3.5} /> : number}
      </span>
      <div className="rung-body">
        {isBehind ? (
          <div className="rung-head">
            <RungHead rung={rung} />
          </div>
        ) : (
          <details open={state === "now"}>
            <summary className="rung-head">
              <RungHead rung={rung} />
            </summary>
            <RungMore rung={rung} today={today} />
          </details>
        )}
        {note && state !== "blocked" && state !== "skipped" && <p className="rung-note">{note}</p>}
      </div>
    </li>
  );
}

function RungHead({ rung }: { rung: Rung }) {
  const t = useT();
  return (
    <>
      <span className="rung-title">
        <span className="visually-hidden">{t(`ladder.state.${rung.state}`)}: </span>
        {rung.title}
      </span>
      <RungWhen rung={rung} />
      {rung.state !== "done" && rung.state !== "skipped" && rung.blockedReason && (
        <span className="rung-reason">{rung.blockedReason}</span>
      )}
    </>
  );
}

/** At the right of the title: the date it happened, the day it opens, or how much is missing. */
function RungWhen({ rung }: { rung: Rung }) {
  const t = useT();
  const locale = useLocale();
  const { state, date, who, earliest, prereqs } = rung;
  if (date && (state === "done" || state === "now")) {
    const node = <DateText on={date} />;
    return (
      <span className="rung-when">
        {who ? <Phrase of="ladder.done_by" nodes={{ date: node }} values={{ who }} /> : node}
      </span>
    );
  }
  if (state === "skipped") return <span className="rung-when">{t("ladder.state.skipped")}</span>;
  if (earliest)
    return <Chip tone="wait">{t("ladder.earliest", { date: formatDate(earliest, locale) })}</Chip>;
  if (state !== "blocked") return null;
  const lacking = prereqs.filter((each) => each.state === "missing" || each.state === "blocked").length;
  return (
    <Chip tone="shut">
      {lacking > 0 ? t("ladder.missing", { count: lacking }) : t("ladder.state.blocked")}
    </Chip>
  );
}

function RungMore({ rung, today }: { rung: Rung; today?: string }) {
  const t = useT();
  const { state, prereqs, cost, earliest, action } = rung;
  const met = prereqs.filter((each) => each.state === "met");
  const unmet = prereqs.filter((each) => each.state !== "met");
  return (
    <div className="rung-more">
      {unmet.length > 0 && <Prerequisites prereqs={unmet} />}
      {met.length > 0 && (
        <>
          <p className="prereqs-met">{t("ladder.line.met")}</p>
          <Prerequisites prereqs={met} />
        </>
      )}
      {prereqs.length === 0 && <p>{t("ladder.no_prerequisites")}</p>}
      {cost && (
        <p className="rung-cost">
          <Phrase of="ladder.cost" nodes={{ cost }} />
        </p>
      )}
      {state === "next" && <p className="rung-cost">{t("ladder.open_now")}</p>}
      {state === "blocked" && (
        <p className="rung-cost">
          {earliest ? (
            <Phrase of="ladder.opens_on" nodes={{ date: <DateText on={earliest} today={today} /> }} />
          ) : (
            t("ladder.no_date")
          )}
        </p>
      )}
      {action && <p className="rung-action">{action}</p>}
    </div>
  );
}

function Prerequisites({ prereqs }: { prereqs: Prerequisite[] }) {
  const t = useT();
  return (
    <ul className="prereqs">
      {prereqs.map(({ state, text, sources, more, acts }, at) => (
        <li key={at} className={state}>
          <Glyph name={state} />
          <div>
            {state !== "met" && <b>{t(`ladder.line.${state}`)}</b>} {text}
            {sources.map((source) => (
              <Fragment key={source.rule ?? source.citation}>
                {" "}
                <Citation {...source} />
              </Fragment>
            ))}{" "}
            {more}
            {acts}
          </div>
        </li>
      ))}
    </ul>
  );
}
