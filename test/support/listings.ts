import fc from "fast-check";
import { creditorKinds, debtKinds, debtorKinds } from "#app/domain/cases/answers.ts";
import { leaves } from "#app/domain/market/fields.ts";
import { type Listing, listingOf } from "#app/domain/market/listing.ts";
import { placeOf } from "#app/domain/places/register.ts";
import { tenderScopes } from "#app/domain/tenders/scope.ts";
import { feeModels } from "#app/domain/tenders/terms.ts";

const places = ["CN-440300", "CN-440100", "CN-310000", "US-CA", "US-NY", "US-NY-NYC", "DE-BE", "GB-EW"];
const start = Date.parse("2026-11-20T08:00:00Z");
const ids = fc.uuid({ version: 7 });

/** Rounds as the market lists them, of every sort; many close at the same moment. */
export const someListings = fc.array(
  fc
    .record({
      caseId: ids,
      tenderId: ids,
      creditorOrgId: ids,
      placeCode: fc.constantFrom(...places),
      field: fc.constantFrom(...leaves.slice(0, 12).map(({ code }) => code)),
      claimKind: fc.constantFrom(...debtKinds),
      debtorKind: fc.constantFrom(...debtorKinds),
      creditorKind: fc.constantFrom(...creditorKinds),
      principal: fc.integer({ min: 1, max: 20_000_000 }),
      dueOn: fc.constantFrom("2026-10-01", "2026-01-01", "2024-06-01", "2020-01-01"),
      disputed: fc.constantFrom("yes" as const, "no" as const),
      models: fc.uniqueArray(fc.constantFrom(...feeModels), { minLength: 1 }),
      scope: fc.constantFrom(...tenderScopes),
      agencyOpen: fc.boolean(),
      hours: fc.constantFrom(24, 48, 120),
      openedAfter: fc.integer({ min: 0, max: 5 }),
    })
    .map(listed),
  { minLength: 1, maxLength: 60 },
);

type Drawn = {
  caseId: string;
  tenderId: string;
  creditorOrgId: string;
  placeCode: string;
  models: string[];
  scope: string;
  agencyOpen: boolean;
  hours: number;
  openedAfter: number;
} & Pick<Listing, "field" | "claimKind" | "debtorKind" | "creditorKind" | "principal" | "dueOn" | "disputed">;

function listed({ tenderId, creditorOrgId, models, scope, agencyOpen, hours, openedAfter, ...brief }: Drawn) {
  const opensAt = new Date(start + openedAfter * 3_600_000);
  const jurisdiction = placeOf(brief.placeCode)?.jurisdiction ?? "";
  return listingOf({
    subject: "case",
    caseCount: 1,
    creditorOrgId,
    agencyOpen,
    brief: {
      ...brief,
      code: `R-${brief.caseId.slice(-5).toUpperCase()}`,
      jurisdiction,
      purpose: brief.debtorKind === "natural_consumer" ? "consumer" : "commercial",
      currency: jurisdiction === "CN" ? "CNY" : "USD",
      limitationLast: null,
      titledOn: null,
      enforceableUntil: null,
      goal: "up_to_lawsuit",
      evidenceKinds: ["invoice"],
      regulatedCredit: null,
    },
    tender: {
      id: tenderId,
      scope,
      feeModels: models,
      territories: [jurisdiction],
      opensAt,
      closesAt: new Date(opensAt.getTime() + hours * 3_600_000),
    },
  });
}

/** A moment at which all of them are open. */
export const whileAllOpen = new Date(start + 6 * 3_600_000);
