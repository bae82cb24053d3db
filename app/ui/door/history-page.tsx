import type { PastVisit } from "#app/domain/debtors/subject-export.ts";
import type { StepType } from "#app/domain/law/types.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import type { DoorKey } from "#app/messages/door/translate.ts";
import { BackToClaim } from "./door-parts.tsx";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

export type PastAct = {
  seq: number;
  type: string;
  isStep: boolean;
  said: string | null;
  on: string;
  time: string;
  by: string | null;
  channel: string | null;
  visit: PastVisit | null;
  arrived: boolean;
  withheld: boolean;
};

/** Every contact and every answer, the newest first. */
export function HistoryPage({ acts }: { acts: PastAct[] }) {
  const t = useDoorT();
  return (
    <div className="stack">
      <BackToClaim />
      <h1>{t("past.title")}</h1>
      <p>{t("past.lead")}</p>
      {acts.length === 0 && <p>{t("past.none")}</p>}
      <ol className="door-past">
        {acts.map((act) => (
          <Act key={act.seq} act={act} />
        ))}
      </ol>
    </div>
  );
}

function Act({ act }: { act: PastAct }) {
  const { type, isStep, said, on, time, by, channel, visit, arrived, withheld } = act;
  const t = useDoorT();
  const language = useDoorLanguage();
  const what = isStep
    ? t(`step.${type as StepType}`)
    : said
      ? t(`said.${said}` as DoorKey)
      : t("past.record");
  return (
    <li>
      <b>{what}</b>
      <span>
        {doorDate(on, language)}, {visit?.until ? t("past.from_to", { from: time, to: visit.until }) : time}
        {channel && isStep ? `, ${t(`past.channel.${channel}` as DoorKey)}` : ""}
      </span>
      {visit && <span>{t(`past.visit.${visit.outcome}`)}</span>}
      {isStep && by && (
        <span>
          <bdi>{t("past.by", { firm: by })}</bdi>
        </span>
      )}
      {!isStep && said && <span>{t("past.you")}</span>}
      {!arrived && <span>{t(withheld ? "past.withheld" : "past.returned")}</span>}
    </li>
  );
}
