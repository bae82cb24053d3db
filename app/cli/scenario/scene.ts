import type { BidTerms } from "#app/domain/tenders/terms.ts";
import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import type { RecordFact } from "#app/domain/timeline/record-forms.ts";
import type { RecordStep } from "#app/domain/timeline/step-forms.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { lookUpAgain, type Player } from "#db/demo/cast.ts";
import {
  approve,
  awardTo,
  bid,
  closeRound,
  type Draft,
  itemsAsked,
  post,
  record,
  signBoth,
  step,
  successTerms,
  tell,
} from "#db/demo/play.ts";
import { type Place, type Stage, toWorkingHour } from "#db/demo/stage.ts";
import type { Report } from "./report.ts";

export type Cast = { creditor: Player; admin: Player; collector: Player; rivals: Player[] };

type Opening = {
  draft: Draft;
  place: Place;
  /** What the bidders ask, the collector first; a share of the result unless told otherwise. */
  terms?: (at: number) => BidTerms;
};

/** One case on the stage: every act is told to the report as it happens, the blocked ones with their findings. */
export class Scene {
  private constructor(
    private readonly stage: Stage,
    private readonly report: Report,
    private readonly cast: Cast,
    readonly place: Place,
    readonly caseId: string,
  ) {}

  /** Posts the case, has it reviewed, takes sealed bids, awards it and has both sides sign. */
  static async open(
    stage: Stage,
    report: Report,
    cast: Cast,
    { draft, place, terms = (at) => successTerms(1500 + 200 * at) }: Opening,
  ) {
    const { creditor, admin, collector, rivals } = cast;
    const caseId = await post(stage, creditor, draft);
    const scene = new Scene(stage, report, cast, place, caseId);
    await scene.tell("Case posted", creditor);
    await approve(stage, admin, caseId);
    await scene.tell("Case approved, sealed round opened", admin);
    const bidders = [collector, ...rivals];
    for (const [at, bidder] of bidders.entries()) {
      await bid(stage, bidder, caseId, terms(at));
      await scene.tell("Sealed bid placed", bidder);
    }
    await closeRound(stage, caseId);
    await scene.tell(`Round closed, ${bidders.length} bids opened together`);
    await awardTo(stage, creditor, caseId, collector);
    await scene.tell(`Awarded to ${collector.organization}`, creditor);
    await signBoth(stage, caseId, creditor, collector);
    await scene.tell("Engagement signed by both sides, in force", collector);
    return scene;
  }

  /** The collector records a step now; whether the law allowed it is the engine's answer, not ours. */
  async act(type: RecordStep["type"], what: string, details: Partial<RecordStep> = {}): Promise<boolean> {
    const { collector } = this.cast;
    const outcome = await step(this.stage, collector, {
      ...details,
      caseId: this.caseId,
      type,
      zone: this.zone,
    });
    const at = await this.now();
    if (outcome.recorded) this.report.done(at, this.zone, what, collector.organization);
    else this.report.blocked(at, this.zone, { what, by: collector.organization }, outcome.decision);
    return outcome.recorded;
  }

  async fact(type: RecordFact["type"], what: string, details: Partial<RecordFact> = {}): Promise<void> {
    await record(this.stage, this.cast.collector, { ...details, caseId: this.caseId, type, zone: this.zone });
    await this.tell(what, this.cast.collector);
  }

  /** Something that the law asks for becomes known: today's date, unless told otherwise. */
  async learn(fact: string, what: string, told?: string): Promise<void> {
    const { collector } = this.cast;
    await tell(this.stage, collector, { caseId: this.caseId, fact, value: told ?? (await this.dayIn(0)) });
    await this.tell(what, collector);
  }

  /** What the rules ask a letter to say and enclose. */
  itemsOf(type: RecordStep["type"]): Promise<string[]> {
    return itemsAsked(this.stage, this.cast.collector, { caseId: this.caseId, type });
  }

  /** Moves on to a time of day at the debtor's place, some days from now; days off are passed over. */
  async goTo(days: number, time: string): Promise<void> {
    await toWorkingHour(this.stage, this.place, { from: await this.dayIn(days), time });
  }

  /** The admin looks the collector's licence up again: a look-up older than 30 days is not relied on. */
  async lookUpAgain(): Promise<void> {
    const { admin, collector } = this.cast;
    await lookUpAgain(this.stage, collector, admin);
    await this.tell("Licence looked up in the register again", admin);
  }

  /** A civil date some days from now at the debtor's place. */
  async dayIn(days: number): Promise<string> {
    return addDays(dateIn(this.zone, await this.now()), days);
  }

  private get zone(): string {
    return this.place.zone;
  }

  private now(): Promise<Date> {
    return readClock(this.stage.services.db);
  }

  private async tell(what: string, by?: Player): Promise<void> {
    this.report.done(await this.now(), this.zone, what, by?.organization ?? "Rung");
  }
}
