import type { KeptAnswers } from "#app/domain/cases/answers.ts";
import { dateOf } from "#app/domain/law/calendar/civil.ts";
import { historyOf } from "#app/domain/law/history.ts";
import { letterOf, repliedOn } from "#app/domain/law/named/gb/exchange.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import { factsOf, historyEventsOf } from "#app/domain/timeline/facts.ts";

type Asked = {
  answers: Pick<KeptAnswers, "debtor">;
  events: readonly TimelineEvent[];
  zone: string;
  at: Date;
};

/**
 * The letter of claim and the answer to it, as the engine itself reads them (PAP for Debt Claims 3 and 4); null where either is missing, and for a
 * company, whom the protocol does not protect.
 */
export function protocolExchange({ answers, events, zone, at }: Asked) {
  if (answers.debtor.kind === "company") return null;
  const facts = factsOf(events);
  const exchanged = { facts, history: historyOf(historyEventsOf(events)), zone, to: at.getTime() };
  const letter = letterOf(exchanged);
  const replied = repliedOn(exchanged);
  if (letter?.date == null || replied === null || replied < letter.date) return null;
  return { letterOn: dateOf(letter.date), answeredOn: dateOf(replied) };
}
