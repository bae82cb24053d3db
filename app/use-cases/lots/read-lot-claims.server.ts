import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { isId } from "#app/domain/ids.ts";
import { type Identity, unpackIdentity } from "#app/domain/portfolios/claim.ts";
import type { ClaimState } from "#app/domain/portfolios/lot-state.ts";
import { byteOrderMark, csvLine } from "#app/domain/portfolios/reject-file.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatAmount } from "#app/messages/format.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { localPlace } from "#app/use-cases/local-place.ts";
import { claimPurpose } from "#app/use-cases/portfolios/prepare-chunk.server.ts";
import { namesFor, sightsFor } from "#app/use-cases/sights.server.ts";
import { type EngagementRow, mandateOf } from "#db/queries/engagements.ts";
import { type ClaimKey, claimsOfLot } from "#db/queries/lot-claims.ts";
import { findLot, type LotRow } from "#db/queries/lots.ts";
import { settledIn } from "#db/queries/settled-claims.ts";
import { lotHeadingOf } from "./lot-heading.server.ts";
import { drawnFor } from "./read-lot-engagement.server.ts";

const pageSize = 50;
const batch = 1_000;

/**
 * The claims of a lot, a page of them, and what became of each; null when the lot is not the actor's, and for a collector before both
 * sides have signed: they name the debtors.
 */
export async function readLotClaims(
  ctx: Ctx,
  caseId: string,
  { state, after }: { state: ClaimState | null; after: ClaimKey | null },
) {
  const lot = await findLot(ctx.db, ctx.actor, caseId);
  if (!lot || !mayKnowDebtor(ctx.actor, lot)) return null;
  const engagementId = await boundTo(ctx, lot);
  const rows = await claimsOfLot(ctx.db, lot, { state, engagementId, after, limit: pageSize + 1 });
  const { posted, refused, open } = await settledIn(ctx.db, lot, engagementId);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  await namesFor(
    ctx,
    shown.map((claim) => claim.caseId),
  );
  return {
    heading: { ...lotHeadingOf(lot, ctx), ...(await progressOf(ctx, lot)) },
    relation: ctx.actor.role === "creditor" ? ("creditor" as const) : ("collector" as const),
    counts: { case: posted, refused, waiting: open },
    claims: shown.map(({ sealed, groupNo: _, collectorOrgId, placeCode, code, waits, ...claim }) => ({
      ...claim,
      state: stateOf(waits, claim.refusal),
      debtor: identityIn(ctx, claim.caseId, sealed).name,
      place: localPlace(placeCode, ctx).name,
      code,
      /** Whether its case is there for this reader: another collector may have it by now. */
      open: code !== null && (ctx.actor.role === "creditor" || collectorOrgId === ctx.actor.orgId),
    })),
    next: rows.length > pageSize && last ? claimKeyText(last) : null,
  };
}

/** A collector reads of what its own mandate covers, and of nothing that ended before it; a creditor of the whole lot. */
async function boundTo({ db, actor }: Ctx, { caseId }: LotRow): Promise<string | null> {
  if (actor.role === "creditor") return null;
  const mandate = await mandateOf(db, caseId);
  if (!mandate) throw new Error(`Lot ${caseId} has a collector and no mandate`);
  return mandate.id;
}

const stateOf = (waits: boolean, refusal: string | null): ClaimState =>
  waits ? "waiting" : refusal === null ? "case" : "refused";

/** How far the claims of the mandate in force are, counted now. */
async function progressOf({ db }: Ctx, lot: LotRow) {
  const mandate = await mandateOf(db, lot.caseId);
  if (!mandate) return {};
  const { posted, refused } = await settledIn(db, lot, mandate.id);
  return { posted, refused };
}

/** Of a claim whose debtor was erased nothing but that. */
function identityIn({ secrets, locale }: Ctx, caseId: string, sealed: Buffer): Identity {
  if (sealed.length > 0) return unpackIdentity(secrets.rows(claimPurpose).unseal(sealed, caseId));
  return { ...unpackIdentity("[]"), name: translator(locale)("debtor.erased") };
}

const claimKeyText = ({ groupNo, caseId }: ClaimKey): string => `${groupNo}_${caseId}`;

/** The key in an address; null for the first page and for anything that is not a key. */
export function parseClaimKey(text: string | null): ClaimKey | null {
  const [group, caseId] = (text ?? "").split("_");
  return caseId && isId(caseId) && /^\d{1,6}$/.test(group) ? { groupNo: Number(group), caseId } : null;
}

/**
 * The schedule to a lot's power of attorney, a piece at a time: it names every debtor, and is kept nowhere. Null before both sides have
 * signed and for everybody else.
 */
export async function lotSchedule(
  ctx: Ctx,
  caseId: string,
): Promise<{ fileName: string; pieces: AsyncGenerator<string> } | null> {
  const found = await drawnFor(ctx, caseId);
  if (!found?.drawn?.row.engagedAt || !mayKnowDebtor(ctx.actor, found.lot)) return null;
  const { lot, drawn } = found;
  return { fileName: `schedule-${lot.code}.csv`, pieces: scheduleOf(ctx, lot, drawn.row) };
}

/** Of the claims that this very mandate covers. */
async function* scheduleOf(ctx: Ctx, lot: LotRow, paper: EngagementRow): AsyncGenerator<string> {
  const t = translator(ctx.locale);
  const hash = paper.authorityHash ?? paper.documentHash;
  yield byteOrderMark + csvLine([t("lot.schedule.lead", { lot: lot.code, hash })]);
  const columns = ["case", "debtor", "address", "place", "amount", "currency", "due", "reference"] as const;
  yield csvLine(columns.map((column) => t(`lot.schedule.${column}`)));
  let after: ClaimKey | null = null;
  for (;;) {
    const rows: Awaited<ReturnType<typeof claimsOfLot>> = await claimsOfLot(ctx.db, lot, {
      state: null,
      engagementId: paper.id,
      after,
      limit: batch,
    });
    const inside = rows.map((claim) => claim.caseId);
    await sightsFor(ctx, inside, { fields: ["name", "address"], purpose: "power_of_attorney" });
    for (const { sealed, principal, placeCode, dueOn, code, ...claim } of rows) {
      const { name, address, reference } = identityIn(ctx, claim.caseId, sealed);
      const place = localPlace(placeCode, ctx).name;
      const amount = formatAmount(principal, lot.currency);
      yield csvLine([code ?? "", name, address, place, amount, lot.currency, dueOn, reference]);
    }
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last;
  }
}
