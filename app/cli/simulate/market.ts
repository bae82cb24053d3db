import { system } from "#app/domain/accounts/actor.ts";
import type { Place } from "#app/domain/places/place.ts";
import { approveCase } from "#app/use-cases/cases/approve-case.server.ts";
import { award } from "#app/use-cases/tenders/award.server.ts";
import { browseRounds } from "#app/use-cases/tenders/browse-rounds.server.ts";
import { fireTimer } from "#app/use-cases/timers/fire-timer.server.ts";
import { sweeps } from "#app/worker/sweeps.ts";
import type { Player } from "#db/demo/cast.ts";
import { type Paper, post } from "#db/demo/play.ts";
import { ctxOf, type Stage, setClock, value } from "#db/demo/stage.ts";
import { openedBids } from "#db/queries/bids.ts";
import { latestTender } from "#db/queries/tenders.ts";
import { pendingTimers } from "#db/queries/timers.ts";
import { assumptions } from "./assumptions.ts";
import { mustFail, offer } from "./bidding.ts";
import type { Chance } from "./chance.ts";
import { Diary, inTurns } from "./diary.ts";
import { dayOfInstant, drawDraft } from "./drafts.ts";
import { afterWorkingHours } from "./office-hours.ts";
import type { Collector, Creditor } from "./population.ts";
import type { Tally } from "./tally.ts";
import { firstId, toldSince } from "./told.ts";

export type Cast = {
  admin: Player;
  creditors: readonly Creditor[];
  collectors: readonly Collector[];
  papers: readonly Paper[];
};

type Opened = { place: Place; opensAt: Date; closesAt: Date };

/** What the market lives by; mail, digests and the dates of the law are beside it. */
const marketSweeps = sweeps.filter(({ name }) =>
  ["licences", "lapses", "round-counts", "round-news"].includes(name),
);

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The simulated clock goes on by this much at a time. */
const step = 10 * minute;
/** As many as the simulation has connections. */
const atOnce = 8;

/** A market that is played through the product's own use-cases, ten minutes at a time. */
export class Market {
  private readonly diary = new Diary(step);
  private readonly byOrg: ReadonlyMap<string, Collector>;
  private readonly fit: readonly Collector[];
  private readonly byJurisdiction = new Map<string, Collector[]>();
  private readonly offersToday = new Map<string, number>();
  private posted = 0;
  /** The last notice of a new round that was heard of. */
  private lastTold = firstId;

  constructor(
    readonly stage: Stage,
    readonly chance: Chance,
    readonly tally: Tally,
    private readonly cast: Cast,
    private readonly drawPlace: () => Place,
  ) {
    this.byOrg = new Map(cast.collectors.map((each) => [each.actor.orgId ?? "", each]));
    this.fit = cast.collectors.filter(({ flaw }) => flaw === null);
    for (const each of cast.collectors) {
      const where = each.place.jurisdiction ?? "";
      const there = this.byJurisdiction.get(where) ?? [];
      there.push(each);
      this.byJurisdiction.set(where, there);
    }
  }

  /** One day from a moment on: so many cases come in over it, and whatever is due is done. */
  async playDay(from: number, cases: number): Promise<void> {
    this.offersToday.clear();
    for (let at = 0; at < cases; at += 1)
      this.diary.note(from + this.chance.next() * day, () => this.postCase());
    for (let at = 0; at < assumptions.browsersADay; at += 1)
      this.diary.note(from + this.chance.next() * day, () => this.browse(this.chance.pick(this.fit)));
    for (let now = from + step; now <= from + day; now += step) {
      await setClock(this.stage, new Date(now));
      await this.fireTimers(now);
      await inTurns(this.diary.due(now), atOnce);
      await this.sweepMarket();
      await this.hearNews();
    }
  }

  private async postCase(): Promise<void> {
    const { stage, chance, tally, cast } = this;
    const serial = ++this.posted;
    const place = this.drawPlace();
    const creditor = chance.pick(cast.creditors);
    const ctx = await ctxOf(stage, creditor.actor);
    const { draft, principal } = drawDraft(chance, { place, serial, today: dayOfInstant(ctx.now) });
    const caseId = await tally.timed("post", () => post(stage, creditor, draft, cast.papers));
    const admin = await ctxOf(stage, cast.admin.actor);
    value(await tally.timed("approve and open", () => approveCase(admin, { caseId })));
    const tender = await latestTender(stage.services.db, caseId);
    if (!tender) throw new Error(`Case ${caseId} was approved and has no round`);
    const { opensAt, closesAt } = tender;
    const round = {
      placeCode: place.code,
      country: place.country,
      openedAt: opensAt.getTime(),
      closesAt: closesAt.getTime(),
    };
    tally.rounds.set(caseId, { ...round, principal, told: 0, firstBidAt: null, bids: 0 });
    this.expectIllicit(caseId, { place, opensAt, closesAt });
    this.diary.note(closesAt.getTime() + step, () => this.afterClose(caseId, creditor, place));
  }

  /** Notes what those will try who may not. */
  private expectIllicit(caseId: string, { place, opensAt, closesAt }: Opened): void {
    const { chance, diary } = this;
    const unfit = this.seated(place).filter(({ flaw }) => flaw !== null);
    if (unfit.length > 0 && chance.happens(assumptions.unfitTries)) {
      const collector = chance.pick(unfit);
      const at = opensAt.getTime() + chance.next() * (closesAt.getTime() - opensAt.getTime());
      diary.note(at, () =>
        mustFail(this, `bid on a licence that is ${collector.flaw}`, { collector, caseId }),
      );
    }
  }

  /** Someone with a licence in order comes too late. */
  private async comeLate(caseId: string, place: Place): Promise<void> {
    const late = this.seated(place).filter(({ flaw }) => flaw === null);
    if (late.length === 0 || !this.chance.happens(assumptions.lateTries)) return;
    await mustFail(this, "bid after the close", { collector: this.chance.pick(late), caseId });
  }

  /** Collectors who sit where the case's law applies, with a licence in order or not. */
  private seated({ jurisdiction }: Place): readonly Collector[] {
    return this.byJurisdiction.get(jurisdiction ?? "") ?? [];
  }

  /** The worker's recurring work on the market, as often as the clock goes on. */
  private async sweepMarket(): Promise<void> {
    const ctx = await ctxOf(this.stage, system);
    for (const { name, run } of marketSweeps) {
      await this.tally.timed(`sweep ${name}`, async () => {
        while ((await run(ctx)) > 0);
      });
    }
  }

  /** Notes what the people will do whom the product told of a round since the last look. */
  private async hearNews(): Promise<void> {
    for (const { id, orgId, caseId, at } of await toldSince(this.stage.services.db, this.lastTold)) {
      this.lastTold = id;
      const round = this.tally.rounds.get(caseId);
      if (!round) continue;
      round.told += 1;
      this.toldOf(caseId, { orgId, principal: round.principal, at: at.getTime() });
    }
  }

  private toldOf(
    caseId: string,
    { orgId, principal, at }: { orgId: string; principal: number; at: number },
  ): void {
    const collector = this.byOrg.get(orgId);
    if (!collector || !this.chance.happens(assumptions.looks)) return;
    const { median, spread } = assumptions.looksAfterHours;
    const zone = collector.place.zones[0];
    const looksAt = afterWorkingHours(zone, at, this.chance.logNormal(median, spread));
    this.diary.note(looksAt, () => this.consider(collector, { caseId, principal }));
  }

  private async consider(collector: Collector, round: { caseId: string; principal: number }): Promise<void> {
    const orgId = collector.actor.orgId ?? "";
    const today = this.offersToday.get(orgId) ?? 0;
    if (today >= assumptions.offersADay || !this.chance.happens(assumptions.offers)) return;
    this.offersToday.set(orgId, today + 1);
    await offer(this, { collector, ...round });
  }

  /** Someone who was told of nothing reads the market list and may find something. */
  private async browse(collector: Collector): Promise<void> {
    const { stage, chance, tally } = this;
    const ctx = await ctxOf(stage, collector.actor);
    const { rounds } = await tally.timed("browse", () => browseRounds(ctx, { after: null }));
    tally.browsed += 1;
    if (rounds.length === 0) return;
    const { brief } = chance.pick(rounds);
    await this.consider(collector, { caseId: brief.caseId, principal: brief.principal });
  }

  private async afterClose(caseId: string, creditor: Creditor, place: Place): Promise<void> {
    const { stage, chance, tally } = this;
    const tender = await latestTender(stage.services.db, caseId);
    if (tender?.status === "open") {
      this.diary.note(tender.closesAt.getTime() + step, () => this.afterClose(caseId, creditor, place));
      return;
    }
    await this.comeLate(caseId, place);
    if (tender?.status !== "closed" || !chance.happens(assumptions.awards)) return;
    const [best] = await openedBids(stage.services.db, caseId, tender.id);
    if (!best) return;
    const ctx = await ctxOf(stage, creditor.actor);
    const made = await tally.timed("award", () => award(ctx, { caseId, bidId: best.id }));
    if (made.ok) tally.awarded += 1;
    else tally.refusal("award", made.error.kind);
  }

  private async fireTimers(now: number): Promise<void> {
    const { stage, tally } = this;
    for (;;) {
      const due = (await pendingTimers(stage.services.db, new Date(now))).map(
        ({ caseId, id }) =>
          async () => {
            const ctx = await ctxOf(stage, system);
            value(await tally.timed("timer", () => fireTimer(ctx, { caseId, timerId: id })));
          },
      );
      if (due.length === 0) return;
      await inTurns(due, atOnce);
    }
  }
}
