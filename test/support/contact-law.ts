import { carriedBy } from "#app/domain/contact/render.ts";
import type { ContactChannel } from "#app/domain/contact/templates/template.ts";
import { templates, templatesOf } from "#app/domain/contact/templates.ts";
import type { Facts, HistoryEvent } from "#app/domain/law/facts.ts";
import { packFor } from "#app/domain/law/packs.ts";
import type { StepType } from "#app/domain/law/types.ts";
import type { TimelineEvent } from "#app/domain/timeline/events.ts";
import type { Court, JudgedAct } from "#app/domain/timeline/judge.ts";

/** A natural person's overdue bill in each of the four laws, and who may collect it there. */
export const places = {
  "US-NY": {
    zone: "America/New_York",
    country: "US",
    residence: { country: "US", state: "NY", tz: "America/New_York" },
    credential: { type: "bar_admission", territory: "US-NY" },
  },
  "GB-EW": {
    zone: "Europe/London",
    country: "GB",
    residence: { country: "GB-EW", tz: "Europe/London" },
    credential: { type: "licence", territory: "GB-EW" },
  },
  "DE-BE": {
    zone: "Europe/Berlin",
    country: "DE",
    residence: { country: "DE", land: "BE", tz: "Europe/Berlin" },
    credential: { type: "bar_admission", territory: "DE" },
  },
  CN: {
    zone: "Asia/Shanghai",
    country: "CN",
    residence: { country: "CN", province: "440000", tz: "Asia/Shanghai" },
    credential: { type: "lawyer_certificate", territory: "CN" },
  },
} as const;
export type Place = keyof typeof places;

const facts = (place: Place): Facts => ({
  case: { jurisdiction: place },
  debt: {
    ...{ id: "D1", purpose: "consumer", kind: "services", principal: 320_000, dueDate: "2026-01-05" },
    ...{ contractDate: "2025-11-01", regulatedCredit: false, lawful: "ok" },
  },
  creditor: { kind: "business", assigned: false },
  debtor: { kind: "natural_consumer", ageYears: 40, residence: places[place].residence },
  notices: { disputed: false },
  outsourcing: { contract: "signed", whitelisted: true },
  verzugFrom: "2026-01-06",
});

const packOf = (place: Place) => {
  const pack = packFor(place);
  if (!pack) throw new Error(place);
  return pack;
};

/** The court before which a contact is judged, its log empty but for what is known. */
export function aCourtIn(place: Place, at: string): Court {
  const pack = packOf(place);
  const known = {
    type: "posted",
    payload: { facts: facts(place) },
  } as Partial<TimelineEvent> as TimelineEvent;
  return {
    pack,
    packOf: (code) => packFor(code),
    caseId: "D1",
    stage: "intake",
    events: [{ ...known, occurredAt: new Date("2026-02-01T12:00:00Z"), caseId: "D1", id: "posted" }],
    actor: {
      id: "lawyer",
      kind: "lawyer",
      credentials: [
        {
          ...places[place].credential,
          ...{
            number: "11101201510123456",
            status: "active",
            verifiedAt: new Date(Date.parse(at) - 3 * 86_400_000).toISOString(),
            expiresAt: "2030-01-01T00:00:00Z",
          },
        },
      ],
      responsibleAuthorisedPersonId: "lawyer",
      fcaDebtCollecting: true,
    },
    production: false,
    now: new Date(at),
  };
}

/** A complete letter of the place's own template for this step. */
export function anAct(
  place: Place,
  step: StepType,
  at: string,
  channel: ContactChannel = "email",
): JudgedAct {
  const template = templatesOf(templates, packOf(place).id).find(
    (each) => each.step === step && each.channel === channel,
  );
  if (!template) throw new Error(`${place} has no template for ${step} by ${channel}`);
  return {
    type: step,
    occurredAt: new Date(at),
    action: {
      ...{ direction: "out", channel, recipientRole: "debtor" },
      ...(channel === "email" ? { emailBasis: "consumer_used" } : {}),
      ...{ employerAddress: false, attorneyReview: false, threatensSuit: false },
      items: Object.fromEntries([...carriedBy(template)].map((item) => [item, true])),
      amounts: { itemized: 320_000, interest: 0, fees: 0, payments: 0, credits: 0, current: 320_000 },
      statedEnd: "2027-01-01",
    },
    act: { direction: "out", channel, recipientRole: "debtor", outcome: "sent" },
  };
}

/** Something another collector sent the same person about another debt. */
export const contactOn = (startedAt: string, type: StepType): HistoryEvent => ({
  ...{ type, startedAt: new Date(startedAt).toISOString(), direction: "out", channel: "email" },
  ...{ debtId: "D2", actorId: "another", recipientRole: "debtor" },
});
