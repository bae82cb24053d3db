import { Fragment, type ReactNode, useId } from "react";
import { lineStates } from "#app/domain/law/line-states.ts";
import { Card } from "./card.tsx";
import { DateText } from "./format.tsx";
import { GlyphSheet } from "./glyph.tsx";
import { LadderRung, type Rung } from "./ladder-rung.tsx";
import { LadderWhatIf, type WhatIf } from "./ladder-what-if.tsx";
import { useT } from "./messages.tsx";
import { Phrase } from "./phrase.tsx";

export type { Prerequisite, Rung } from "./ladder-rung.tsx";

export type HoldBand = {
  name: string;
  /** Civil date from which it holds. */
  since: string;
  /** Civil date on which it is over, where that is known. */
  until?: string | null;
  /** What ends it, in words, and where that is recorded. */
  endsWhen: string;
  acts?: ReactNode;
};

type LadderProps = {
  /** In the order of climbing: the bottom rung first. */
  rungs: Rung[];
  holds?: HoldBand[];
  /** Civil date the ladder is decided for. */
  today?: string;
  whatIf?: WhatIf;
  title?: ReactNode;
};

/**
 * The lawful way of a case, drawn upwards. To a reader it is an ordered list from the first rung to the last;
 * a hold lies across it above the rung that is open now.
 */
export function Ladder({ rungs, holds = [], today, whatIf, title }: LadderProps) {
  const t = useT();
  const note = useId();
  const open = rungs.findLastIndex(({ state }) => state === "now" || state === "done");
  return (
    <Card title={title ?? t("ladder.label")} className="ladder-card">
      <GlyphSheet of={lineStates} />
      <ol className="ladder" aria-describedby={whatIf ? note : undefined}>
        {rungs.map((rung, at) => (
          <Fragment key={rung.stage}>
            <LadderRung rung={rung} number={at + 1} today={today} />
            {at === Math.max(open, 0) && holds.map((hold) => <Hold key={hold.name + hold.since} {...hold} />)}
          </Fragment>
        ))}
      </ol>
      {whatIf && <LadderWhatIf whatIf={whatIf} noteId={note} />}
    </Card>
  );
}

function Hold({ name, since, until, endsWhen, acts }: HoldBand) {
  const t = useT();
  return (
    <li className="hold">
      <b>{t("ladder.hold", { name })}</b>{" "}
      <span>
        <Phrase of="ladder.hold_since" nodes={{ date: <DateText on={since} /> }} />{" "}
        {until && <Phrase of="ladder.hold_until" nodes={{ date: <DateText on={until} /> }} />}
      </span>
      <p>{t("ladder.hold_ends", { ends: endsWhen })}</p>
      {acts}
    </li>
  );
}
