import { breathingSpaceOf } from "#app/domain/law/breathing-space.ts";
import { afterCompanyLetter, earliestClaim } from "#app/domain/law/deadlines/gb.ts";
import { dayOfFact } from "#app/domain/law/guards/anchors.ts";
import { letterOf, noticeOn, repliedOn } from "#app/domain/law/named/gb/exchange.ts";
import type { Scene } from "#app/domain/law/scene.ts";

export const namedDateNames = ["gbReplyEnd", "gbMoratoriumEnd"] as const;
export type NamedDate = (typeof namedDateNames)[number];

/** The day before a claim may first be issued on the letter sent, as far as the exchange of letters goes (PAP 3.4, 4.2, 8.2, PD-PAC 6). */
function gbReplyEnd(scene: Scene): number | null {
  const letterDate = letterOf(scene)?.date ?? null;
  const { kind } = scene.facts.debtor ?? {};
  if (kind === "company" || kind === "public")
    return letterDate === null ? null : afterCompanyLetter(letterDate) - 1;
  const replied = repliedOn(scene);
  if (letterDate === null && replied === null) return null;
  const documentsProvidedOn = dayOfFact(scene.facts.notices?.documentsProvidedOn, scene.zone);
  const notice = replied === null ? null : noticeOn(scene, replied);
  return earliestClaim({ letterDate, repliedOn: replied, documentsProvidedOn, noticeOn: notice }) - 1;
}

/** The last day of the newest moratorium whose end is known. */
const gbMoratoriumEnd = ({ holds }: Scene): number | null =>
  holds.map(breathingSpaceOf).findLast((space) => space?.to != null)?.to ?? null;

/** What no single anchor says: each looks at several letters or holds of the case. */
export const namedDates: Record<NamedDate, (scene: Scene) => number | null> = {
  gbReplyEnd,
  gbMoratoriumEnd,
};
