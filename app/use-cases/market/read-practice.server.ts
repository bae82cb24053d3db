import { memberIn } from "#app/domain/accounts/access.ts";
import { listOf, type Narrowed, practised } from "#app/domain/market/narrow.ts";
import type { Practice } from "#app/domain/market/practice.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { organizationOf } from "#db/queries/organizations.ts";
import { practiceOf } from "#db/queries/practice.ts";
import { countRounds } from "./count-rounds.server.ts";
import { territoriesOf } from "./territories-of.server.ts";

/** A condition of the profile and how many more rounds there were without it. */
export type Widening = {
  what: "places" | "fields" | "kinds" | "debtors" | "amounts" | "age" | "fees" | "disputed";
  more: number;
};

export type PracticeView = {
  practice: Practice | null;
  seat: string;
  territories: string[];
  /** Open rounds that the profile takes on now; `atLeast` where they were not counted to the end. */
  matching: number;
  atLeast: boolean;
  /** What would bring most, first; nothing that would bring none. */
  widenings: Widening[];
};

const without: Record<Widening["what"], (practice: Practice) => Practice> = {
  places: (practice) => ({ ...practice, remote: true }),
  fields: (practice) => ({ ...practice, fields: [] }),
  kinds: (practice) => ({ ...practice, claimKinds: [] }),
  debtors: (practice) => ({ ...practice, debtorKinds: [] }),
  amounts: (practice) => ({ ...practice, amounts: {} }),
  age: (practice) => ({ ...practice, leastDays: null, mostDays: null }),
  fees: (practice) => ({ ...practice, feeModels: [] }),
  disputed: (practice) => ({ ...practice, takesDisputed: true }),
};

/** The organisation's practice profile with what it brings today, and what it would bring if one condition fell. */
export async function readPractice(ctx: Ctx): Promise<PracticeView | null> {
  const member = memberIn(ctx.actor, "practice.read");
  const organization = member && (await organizationOf(ctx.db, member.orgId));
  if (!member || !organization) return null;
  const territories = await territoriesOf(ctx);
  const practice = await practiceOf(ctx.db, member.orgId);
  const open = listOf({ territories, agency: ctx.actor.role === "agency" });
  const matching = await countOf(ctx, practice ? practised(open, practice) : open);
  const widenings = practice ? await widened(ctx, open, practice, matching.total) : [];
  return {
    practice,
    seat: organization.placeCode,
    territories,
    matching: matching.total,
    atLeast: matching.atLeast,
    widenings,
  };
}

async function countOf(ctx: Ctx, list: Narrowed) {
  const { facets, atLeast } = await countRounds(ctx, list, []);
  return { total: facets.total, atLeast };
}

async function widened(ctx: Ctx, open: Narrowed, practice: Practice, now: number): Promise<Widening[]> {
  const found: Widening[] = [];
  for (const what of Object.keys(without) as Widening["what"][]) {
    const { total } = await countOf(ctx, practised(open, without[what](practice)));
    if (total > now) found.push({ what, more: total - now });
  }
  return found.sort((a, b) => b.more - a.more);
}
