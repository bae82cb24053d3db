import { inArray } from "drizzle-orm";
import type { Actor, Role } from "#app/domain/accounts/actor.ts";
import { system } from "#app/domain/accounts/actor.ts";
import type { LicenceKind } from "#app/domain/accounts/licences.ts";
import { currencyOf } from "#app/domain/cases/amount.ts";
import { newId } from "#app/domain/ids.ts";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { branches } from "#app/domain/market/fields.ts";
import { languageAt } from "#app/domain/market/practice.ts";
import type { Place } from "#app/domain/places/place.ts";
import { ok } from "#app/domain/result.ts";
import type { Tx } from "#db/client.ts";
import { ctxOf, type Stage } from "#db/demo/stage.ts";
import { licences, memberships, organizations, users } from "#db/schema/accounts.ts";
import { practiceProfiles } from "#db/schema/market.ts";
import { transact } from "#db/transact.ts";
import { assumptions } from "./assumptions.ts";
import type { Chance } from "./chance.ts";

/** What is wrong with a collector's licence; null for one in order. */
export type Flaw = "expired" | "suspended" | "foreign" | "stale";
const flaws: readonly Flaw[] = ["expired", "suspended", "foreign", "stale"];

export type Collector = { actor: Actor; place: Place; flaw: Flaw | null };
export type Creditor = { actor: Actor };

type CollectorRole = Extract<Role, "lawyer" | "agency">;
type Entrant = Collector & { role: CollectorRole; territory: string; kind: LicenceKind };

/** Rows in one statement: each has about ten values, and a statement carries 65,534. */
const chunk = 2_000;

/**
 * Lets collectors onto the market, each with a seat, a licence that was looked up today and the coverage it keeps. They are written in
 * bulk and not signed up one by one: what is simulated is the market, and ten thousand passwords would be hashed for nobody.
 */
export async function populate(
  stage: Stage,
  { count, draw, chance }: { count: number; draw: () => Place; chance: Chance },
): Promise<Collector[]> {
  const ctx = await ctxOf(stage, system);
  const entrants = Array.from({ length: count }, () => entrant(draw(), ctx.now, chance));
  for (let from = 0; from < count; from += chunk) {
    const part = entrants.slice(from, from + chunk);
    await transact<null, never>(ctx, async (tx) => {
      await writeMembers(tx, ctx.now, part, "collector");
      await tx.insert(licences).values(part.map((each, at) => licenceOf(each, from + at, ctx.now)));
      await tx.insert(practiceProfiles).values(part.map((each) => practiceOf(each, ctx.now, chance)));
      return ok(null);
    });
  }
  return entrants;
}

export async function foundCreditors(stage: Stage, count: number): Promise<Creditor[]> {
  const ctx = await ctxOf(stage, system);
  const creditors = Array.from({ length: count }, () => ({ actor: memberOf("creditor", ctx.now) }));
  await transact<null, never>(ctx, async (tx) => {
    await writeMembers(
      tx,
      ctx.now,
      creditors.map((each) => ({ ...each, place: null })),
      "creditor",
    );
    return ok(null);
  });
  return creditors;
}

/** Every licence is looked up again, as administrators must within thirty days; those looked up too long ago stay so. */
export async function lookUpAll(stage: Stage, collectors: readonly Collector[]): Promise<void> {
  const ctx = await ctxOf(stage, system);
  const orgIds = collectors.flatMap(({ flaw, actor }) => (flaw === "stale" ? [] : (actor.orgId ?? [])));
  await transact<null, never>(ctx, async (tx) => {
    await tx.update(licences).set({ registerCheckedAt: ctx.now }).where(inArray(licences.orgId, orgIds));
    return ok(null);
  });
}

const memberOf = (role: Role, now: Date): Actor => ({
  role,
  userId: newId(now),
  orgId: newId(now),
  member: "owner",
  secondFactor: false,
});

function entrant(place: Place, now: Date, chance: Chance): Entrant {
  const { role, kind } = profession(place, chance);
  const flaw = chance.happens(assumptions.unfit) ? chance.pick(flaws) : null;
  const territory = flaw === "foreign" ? elsewhere(place) : (place.jurisdiction ?? place.code);
  return { actor: memberOf(role, now), place, flaw, role, territory, kind };
}

/** Half of the American and a third of the German collectors are agencies; mainland China has none (CN-ACTOR-05). */
function profession({ country }: Place, chance: Chance): { role: CollectorRole; kind: LicenceKind } {
  if (country === "CN") return { role: "lawyer", kind: "lawyer_certificate" };
  if (country === "US" && chance.happens(0.5)) return { role: "agency", kind: "agency_licence" };
  if (country === "DE" && chance.happens(0.33)) return { role: "agency", kind: "inkasso_registration" };
  return { role: "lawyer", kind: "bar_admission" };
}

/** A jurisdiction that is not the place's own. */
const elsewhere = ({ country }: Place): string => (country === "DE" ? "GB-EW" : "DE");

type Member = { actor: Actor; place: Place | null };

async function writeMembers(tx: Tx, now: Date, members: readonly Member[], label: string): Promise<void> {
  const people = members.map(({ actor, place }) => ({
    userId: actor.userId ?? "",
    orgId: actor.orgId ?? "",
    kind: actor.role as "creditor" | CollectorRole,
    placeCode: place?.code ?? "US-CA",
  }));
  await tx.insert(users).values(
    people.map(({ userId }) => ({
      id: userId,
      email: `${userId}@simulation.example`,
      name: `Simulated ${label}`,
      passwordHash: "none",
      emailVerifiedAt: now,
      createdAt: now,
    })),
  );
  await tx.insert(organizations).values(
    people.map(({ orgId, kind, placeCode }) => ({
      id: orgId,
      kind,
      name: `Simulated ${label} ${orgId.slice(-12)}`,
      placeCode,
      createdAt: now,
    })),
  );
  await tx
    .insert(memberships)
    .values(people.map(({ userId, orgId }) => ({ userId, orgId, role: "owner" as const, createdAt: now })));
}

/** Of the form that its kind must have: a Chinese certificate has 17 digits (CN-ACTOR-07). */
const numberOf = (kind: LicenceKind, serial: number): string =>
  kind === "lawyer_certificate"
    ? `14403201510${String(serial).padStart(6, "0")}`
    : `SIM${String(serial).padStart(8, "0")}`;

function licenceOf({ actor, flaw, territory, kind }: Entrant, serial: number, now: Date) {
  const today = dayOf(now.toISOString().slice(0, 10));
  const lookedUp = flaw === "stale" ? new Date(now.getTime() - 40 * 86_400_000) : now;
  return {
    id: newId(now),
    orgId: actor.orgId ?? "",
    kind,
    holderName: "Simulated holder",
    number: numberOf(kind, serial),
    issuer: "Simulated register",
    territory,
    validFrom: dateOf(today - 800),
    validTo: flaw === "expired" ? dateOf(today - 2) : null,
    status: flaw === "suspended" ? ("suspended" as const) : ("verified" as const),
    submittedAt: now,
    register: "Simulated register",
    registerCheckedAt: lookedUp,
  };
}

/** Where a collector works and what it takes: most keep to their city, some take a branch of the law only, few take small claims. */
function practiceOf({ actor, place }: Entrant, now: Date, chance: Chance) {
  const { ownPlaceOnly, oneBranch, remote, leastAmount } = assumptions.practice;
  const wide = place.level === "city" && !chance.happens(ownPlaceOnly) ? place.parent : null;
  const currency = currencyOf(place.country);
  const least = chance.happens(leastAmount.share) ? leastAmount.major * 100 : null;
  return {
    orgId: actor.orgId ?? "",
    places: [wide ?? place.code],
    fields: chance.happens(oneBranch) ? [chance.pick(branches).code] : [],
    claimKinds: [],
    debtorKinds: [],
    feeModels: [],
    languages: [languageAt(place.country) ?? "en"],
    amounts: currency && least ? { [currency]: { least, most: null } } : {},
    leastDays: null,
    mostDays: null,
    takesDisputed: true,
    takesLots: true,
    remote: chance.happens(remote),
    paused: false,
    updatedBy: actor.userId ?? "",
    updatedAt: now,
  };
}
