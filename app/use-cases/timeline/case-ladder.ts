import type { Relation } from "#app/domain/accounts/access.ts";
import { checklistOf } from "#app/domain/law/checklist.ts";
import { type LadderInput, ladder } from "#app/domain/law/ladder.ts";
import type { ClaimToday } from "#app/domain/timeline/claim-today.ts";
import { ladderView } from "#app/domain/timeline/ladder-view.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { openHolds } from "#app/domain/timeline/open-holds.ts";
import { costsOf } from "#app/domain/timeline/rung-cost.ts";
import { wayFor, wayToEnd } from "#app/domain/timeline/ways-out.ts";
import { unlockings, type WhatIfAsked, whatIfOn, whatIfRange } from "#app/domain/timeline/what-if.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import type { CaseRow } from "#db/queries/cases.ts";

type Question = {
  kase: CaseRow;
  relation: Relation;
  scene: Pick<LadderInput, "pack" | "facts" | "history" | "actor">;
  claim: ClaimToday;
  names: ReadonlyMap<string, string>;
  zone: string;
  today: string;
  asked: WhatIfAsked;
};

/** The ladder for whoever looks, today or on the day that is asked about, with the days on which something unlocks. */
export function caseLadder({ actor, now }: Pick<Ctx, "actor" | "now">, question: Question) {
  const { kase, relation, claim, names, zone, today } = question;
  const scene = { ...question.scene, stage: kase.stage };
  const { pack, history } = scene;
  const whatIf = whatIfOn(question.asked, today);
  const present = ladder({ ...scene, at: now.toISOString() });
  const isToday = whatIf.on === today;
  const ahead = present.map((rung) => ({ ...rung, lines: checklistOf(rung.prerequisites) }));
  const reader = { actor, relation, status: kase.status };
  const claimed = {
    ...{ pack, on: today, jurisdiction: kase.jurisdiction, currency: claim.currency },
    principal: claim.principal,
    interest: claim.interest.kind === "counted" ? claim.interest.amount : 0,
    total: claim.total,
  };
  return {
    whatIf: {
      ...{ ...whatIf, ...whatIfRange(today) },
      unlockings: unlockings(ahead, today, (instant) => dateIn(zone, new Date(instant))),
    },
    rungs: ladderView({
      rungs: isToday ? present : ladder({ ...scene, at: whatIf.on }),
      reader,
      names,
      costsOf: (stage) => costsOf(stage, claimed),
    }),
    holds: openHolds(history.holds, isToday ? now : new Date(`${whatIf.on}T00:00:00Z`)).map(
      ({ type, startedAt, endsAt }) => ({ type, startedAt, endsAt, way: wayFor(wayToEnd(type), reader) }),
    ),
  };
}
