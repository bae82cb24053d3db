import { addDays, dateIn } from "#app/domain/timeline/local-time.ts";
import { orderAnswers, type RecordStep } from "#app/domain/timeline/step-forms.ts";
import { readClock } from "#app/gateways/clock.server.ts";
import { enter, license, lookUpAgain, type Player } from "./cast.ts";
import { berlinDraft, londonDraft } from "./drafts.ts";
import { mail } from "./letters.ts";
import {
  approve,
  awardTo,
  bid,
  closeRound,
  fixedTerms,
  itemsAsked,
  post,
  signBoth,
  step,
  successTerms,
  tell,
} from "./play.ts";
import { later, moveTo, type Place, type Stage, toWorkingHour, workingDay } from "./stage.ts";

const demoBank = "Bank transfer to the account named in the contract";

export const london: Place = { zone: "Europe/London", calendars: ["GB-EW"] };
export const berlin: Place = { zone: "Europe/Berlin", calendars: ["DE", "DE-BE"] };

type House = { admin: Player; creditor: Player };
type Play = House & { stage: Stage; present: Date; password: string };

/** Two collectors of the demo's own for the two countries; what the start prints as sign-ins. */
export const europeanEmails = ["lawyer-london@demo.example", "lawyer-berlin@demo.example"] as const;

const before = (present: Date, days: number) => addDays(dateIn("UTC", present), -days);

/** A case with its mandate signed, a day after it was posted. */
async function engaged(
  { stage, admin, creditor }: Play,
  collector: Player,
  { draft, terms }: { draft: Parameters<typeof post>[2]; terms: Parameters<typeof bid>[3] },
): Promise<string> {
  const caseId = await post(stage, creditor, draft);
  await approve(stage, admin, caseId);
  await bid(stage, collector, caseId, terms);
  await closeRound(stage, caseId);
  await awardTo(stage, creditor, caseId, collector);
  await signBoth(stage, caseId, creditor, collector);
  return caseId;
}

/** The register is looked up again shortly before today, so that the collector can act for weeks to come. */
async function refresh({ stage, admin, present }: Play, collector: Player): Promise<void> {
  await moveTo(stage, later(present, { hours: -20 }));
  await lookUpAgain(stage, collector, admin);
}

/** A step: so many days after the one before, at a time of day there, and what is done on that day. */
type Act = { after: number; time: string; act: (on: string) => Promise<unknown> };

/**
 * Takes the steps in turn, each on the first working day it may be taken. Stops before what would lie ahead of today, and where no calendar
 * on file tells the days off: the demo is as lawful as the product.
 */
async function climb({ stage, present }: Play, place: Place, acts: Act[]): Promise<void> {
  // A round may have been extended: the first step comes after the mandate, whenever that was signed.
  let last = dateIn(place.zone, await readClock(stage.services.db));
  for (const { after, time, act } of acts) {
    const on = workingDay(place, addDays(last, after));
    if (!on || on >= dateIn(place.zone, present)) return;
    last = await toWorkingHour(stage, place, { from: on, time });
    await act(last);
  }
}

/** In London: a reminder, a call, and the letter of claim, whose thirty days are running. */
export async function playLondon(play: Play): Promise<void> {
  const { stage, admin, present, password } = play;
  await moveTo(stage, later(present, { days: -28 }));
  const collector = await enter(stage, {
    kind: "law_firm",
    name: "Demo Person",
    email: europeanEmails[0],
    password,
    organization: "Demo Solicitors E",
    seat: "GB-EW",
  });
  const issuer = "Solicitors Regulation Authority";
  const licence = { kind: "bar_admission", issuer, territory: "GB-EW", number: "600101" } as const;
  await license(stage, collector, admin, { ...licence, holderName: collector.organization });
  const plan =
    "Reminder, one call, then a letter of claim with its enclosures, 30 days to answer, mediation offered, claim.";
  const caseId = await engaged(play, collector, {
    draft: londonDraft({ contractOn: before(present, 150), dueOn: before(present, 90) }),
    terms: { ...successTerms(1500), plan },
  });
  const take = (type: RecordStep["type"], details: Partial<RecordStep>) =>
    step(stage, collector, { ...details, caseId, zone: london.zone, type });
  await climb(play, london, [
    {
      after: 1,
      time: "10:00",
      act: () => mail(stage, collector, { caseId, template: "gb.first-notice", payTo: demoBank }),
    },
    {
      after: 4,
      time: "10:30",
      act: () => take("call", { outcome: "conversation", number: "+44 20 7946 0101" }),
    },
    {
      after: 7,
      time: "10:00",
      act: async (letterDate) => {
        const items = await itemsAsked(stage, collector, { caseId, type: "demand_payment" });
        await take("demand_payment", { outcome: "sent", letterDate, items });
      },
    },
  ]);
  await refresh(play, collector);
}

/** In Berlin: the whole way of letters to the order for payment, whose two weeks to object are running. */
export async function playBerlin(play: Play): Promise<void> {
  const { stage, admin, present, password } = play;
  await moveTo(stage, later(present, { days: -41 }));
  const collector = await enter(stage, {
    kind: "law_firm",
    name: "Demo Person",
    email: europeanEmails[1],
    password,
    organization: "Demo Rechtsanwälte F",
    seat: "DE-BE",
  });
  const issuer = "Rechtsanwaltskammer Berlin";
  const licence = { kind: "bar_admission", issuer, territory: "DE", number: "DEMO 10101" } as const;
  await license(stage, collector, admin, { ...licence, holderName: collector.organization });
  const plan =
    "Mahnung, one call, demand, lawyer's letter with two weeks to pay, then the Mahnbescheid; suit if it is disputed.";
  const caseId = await engaged(play, collector, {
    draft: berlinDraft({ contractOn: before(present, 170), dueOn: before(present, 120) }),
    terms: { ...fixedTerms(950_00), plan },
  });
  const take = (type: RecordStep["type"], details: Partial<RecordStep>) =>
    step(stage, collector, { ...details, caseId, zone: berlin.zone, type });
  const particulars = {
    ...{ payTo: "Überweisung auf das Konto im Vertrag", creditorAddress: "Demoweg 1, 20095 Hamburg" },
    supervisor: "Rechtsanwaltskammer Berlin",
  };
  const inTwoWeeks = (on: string) => ({ outcome: "delivered" as const, answerBy: addDays(on, 14) });
  await climb(play, berlin, [
    {
      after: 1,
      time: "10:00",
      act: () =>
        mail(stage, collector, {
          ...{ caseId, template: "de.first-notice", ...particulars },
        }),
    },
    {
      after: 3,
      time: "11:00",
      act: () => take("call", { outcome: "conversation", number: "+49 30 901820 01" }),
    },
    {
      after: 7,
      time: "10:00",
      act: (on) =>
        mail(stage, collector, { caseId, template: "de.demand", ...particulars, answerBy: addDays(on, 14) }),
    },
    {
      after: 7,
      time: "10:00",
      act: (on) => take("lawyer_letter", { ...inTwoWeeks(on), attorneyReview: "yes", threatensSuit: "yes" }),
    },
    {
      after: 8,
      time: "10:00",
      act: async () => {
        await lookUpAgain(stage, collector, admin);
        await take("payment_order", { orderAnswers: [...orderAnswers] });
      },
    },
    {
      after: 6,
      time: "10:00",
      act: async (served) => {
        await tell(stage, collector, { caseId, fact: "notices.orderServedOn", value: served });
        await tell(stage, collector, { caseId, fact: "courtLand", value: "BE" });
      },
    },
  ]);
  await refresh(play, collector);
}
