import type { Bidder } from "#app/domain/law/money/fee-cap.ts";
import type { Pack } from "#app/domain/law/pack.ts";
import type { Stage } from "#app/domain/law/types.ts";
import { isContingent } from "#app/domain/tenders/fees.ts";
import { legalCap } from "#app/domain/tenders/legal-cap.ts";
import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { authoritiesFor, type EngagementContents, type Powers } from "./contents.ts";
import { splitTable } from "./fee-split.ts";
import { periodMonthsFor } from "./period.ts";
import { platformCharge } from "./platform-charge.ts";

type Question = {
  pack: Pack;
  jurisdiction: string;
  currency: string;
  /** The whole claim, or all claims of the schedule together. Minor units. */
  principal: number;
  scope: Stage;
  terms: BidTerms;
  bidder: Bidder;
  powers: Powers;
  at: string;
};

type Terms = Required<
  Pick<
    EngagementContents,
    | "scope"
    | "authority"
    | "terms"
    | "legalCap"
    | "law"
    | "periodMonths"
    | "split"
    | "powers"
    | "authorityRules"
  >
> &
  Pick<EngagementContents, "platform">;

/** The part of a mandate that follows from what was tendered, what was offered and the law: for one case and for a schedule alike. */
export function mandateTerms({ pack, jurisdiction, currency, principal, ...asked }: Question): Terms {
  const { scope, terms, bidder, powers, at } = asked;
  const cap = isContingent(terms)
    ? legalCap({ jurisdiction, currency, recovered: principal, principal, scope, bidder })
    : null;
  const charge = platformCharge(currency, { pack, bidder, at });
  return {
    scope,
    authority: authoritiesFor(scope),
    terms,
    legalCap: cap?.amount ? { amount: cap.amount, rule: cap.rule, citation: cap.citation } : null,
    law: { pack: pack.id, version: pack.version, signedOffBy: pack.signedOffBy },
    periodMonths: periodMonthsFor(terms.expectedMonths),
    split: splitTable(),
    ...(charge ? { platform: charge } : {}),
    powers,
    authorityRules: rulesOf(pack, bidder),
  };
}

/** Rows about who may act for another, by country: what a power of attorney can be held against. */
const rowsFor: Readonly<Record<string, Readonly<Record<Bidder, readonly string[]>>>> = {
  US: { lawyer: ["US-ACTOR-01", "US-ACTOR-05"], agency: ["US-ACTOR-02", "US-ACTOR-03"] },
  CN: { lawyer: ["CN-ACTOR-02", "CN-ACTOR-03", "CN-ACTOR-06"], agency: ["CN-ACTOR-05", "CN-ACTOR-06"] },
  GB: { lawyer: ["GB-ACTOR-01", "GB-ACTOR-02"], agency: ["GB-ACTOR-01", "GB-ACTOR-03"] },
  DE: { lawyer: ["DE-ACTOR-05"], agency: ["DE-ACTOR-01", "DE-ACTOR-04"] },
};

function rulesOf(pack: Pack, bidder: Bidder) {
  const wanted = rowsFor[pack.id.slice(0, 2)]?.[bidder] ?? [];
  return wanted.flatMap((id) => {
    const row = pack.rows.find((each) => each.id === id);
    return row ? [{ id, citation: row.source.cite }] : [];
  });
}
