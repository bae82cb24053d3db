import { freeWords, type Typed } from "#app/domain/contact/forms.ts";
import { decideContact } from "#app/domain/contact/gate.ts";
import { type LetterPaper, letterPaper } from "#app/domain/contact/letter-paper.ts";
import type { Enclosure } from "#app/domain/contact/prescribed-forms.ts";
import { protocolExchange } from "#app/domain/contact/protocol-exchange.ts";
import { formsIn, type Letter, render, valuesOf } from "#app/domain/contact/render.ts";
import type { Template } from "#app/domain/contact/templates/template.ts";
import {
  type Figures,
  figuresOf,
  type Letterhead,
  letterValues,
  validationEnd,
} from "#app/domain/contact/values.ts";
import { codeWords, hiddenCode, type LetterLinks, withCode } from "#app/domain/contact/with-code.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { canonicalJson } from "#app/domain/timeline/chain.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import type { Court } from "#app/domain/timeline/judge.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { sha256 } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Act, courtOf, isLawyerInPerson } from "#app/use-cases/record-event.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import type { Reader } from "#db/client.ts";
import { userById } from "#db/queries/accounts.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { isBarredByConduct } from "#db/queries/conduct.ts";
import { casesAtAddress, type DebtorChannel } from "#db/queries/contact.ts";
import { formsInForce } from "#db/queries/prescribed-forms.ts";
import { reviewOfText } from "#db/queries/texts.ts";
import { eventsOf, eventsOfCases } from "#db/queries/timeline.ts";
import { type AddressSight, debtorAddress } from "./debtor-address.server.ts";
import { codeFor, linksOf } from "./letter-code.server.ts";
import { letterhead, papersAtDoor } from "./letter-parts.server.ts";

/** Without a provider a demo keeps what it would send where it can be read. */
export const canText = ({ smsProvider, mode }: Pick<Ctx, "smsProvider" | "mode">) =>
  smsProvider !== null || mode === "demo";

/** A letter that is only looked at has no code yet. */
export type Asked = {
  id: string;
  template: Template;
  typed: Typed;
  isPreview?: boolean;
  /** The entry that counts this very message, where it is decided as if it had never been counted. */
  uncounted?: number;
};

export type ContactScene = {
  letter: Letter;
  /** Whatever in it no template wrote, as one text: what the linter reads, and what a review of it is a review of. */
  words: string;
  /** Of a postal letter, its sheets. */
  paper: LetterPaper | null;
  decision: Decision;
  act: Act;
  figures: Figures;
  to: string;
  replyTo: string;
  stopUrl: string;
  addressKey: string;
  zone: string;
};

const noChannel = {
  email: { "no-address": "no-address", unverified: "channel-unverified", dead: "channel-dead" },
  sms: { "no-address": "no-phone", unverified: "phone-unverified", dead: "phone-dead" },
  post: { "no-address": "no-postal-address", unverified: "postal-unverified", dead: "postal-dead" },
} as const;
type Channels = typeof noChannel;
type ByState<C> = C extends Record<string, infer Why> ? Why : never;
/**
 * `sms-not-set-up`: no provider of text messages is set up here. `conduct`: the debtor reported the firm, and no administrator has found that it
 * was not so.
 */
export type NoChannel = { kind: ByState<Channels[keyof Channels]> | "sms-not-set-up" | "conduct" };

/**
 * A message as it would go out at this moment by this person: its letter, and what the law says of it. Reads everything anew, so that
 * asking and sending are two decisions. The caller holds the case, and for sending the address.
 */
export async function contactScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { sight, ...asked }: Asked & { sight: AddressSight },
): Promise<Result<ContactScene, NoChannel>> {
  const { orgId } = ctx.actor;
  if (orgId && (await isBarredByConduct(reader, { caseId: kase.caseId, orgId })))
    return err({ kind: "conduct" });
  const by = asked.template.channel;
  if (by === "sms" && !canText(ctx)) return err({ kind: "sms-not-set-up" });
  const address = await debtorAddress(reader, ctx, { sight, channel: by });
  if (address.kind !== "verified") return err({ kind: noChannel[by][address.kind] });
  const zone = address.debtor.zones[0] ?? "UTC";
  const events = await eventsOf(reader, kase.caseId);
  const figures = figuresOf(kase.answers, events, { zone, itemizationOn: asked.typed.itemizationOn });
  const links = asked.isPreview
    ? linksOf(ctx.publicUrl, hiddenCode)
    : codeFor(ctx, { caseId: kase.caseId, id: asked.id });
  const writtenTo = { id: asked.id, debtor: address.debtor, doorUrl: links.doorUrl };
  const head = await letterhead(reader, ctx, kase, writtenTo);
  const [enclosures, papers] = await Promise.all([
    formsInForce(reader, formsIn(asked.template)),
    valuesOf(asked.template).has("papersAtDoor") ? papersAtDoor(reader, ctx, kase.caseId) : [],
  ]);
  const exchange = protocolExchange({ answers: kase.answers, events, zone, at: ctx.now });
  const beside = { enclosures, papers, exchange };
  const { letter, paper } = letterOf(ctx, kase, { asked, head, figures, zone, links, ...beside });
  const words = [freeWords(asked.typed, ctx.actor.role), ...papers].filter(Boolean).join("\n");
  const court = without(await courtOf(reader, ctx, kase), asked.uncounted);
  const act = await actOf(reader, ctx, kase, {
    ...{ asked, words, letter, paper, figures, zone, channel: address.channel },
    reviewed: letter.carries.includes("attorneyReview") && (await isOwnReview(reader, ctx, asked)),
  });
  const elsewhere = await actsElsewhere(reader, { caseId: kase.caseId, addressKey: address.addressKey });
  const { silentOnTime } = asked.template;
  const along = { elsewhere, zone, channel: by, silentOnTime };
  const decision = decideContact(court, { ...act, act: act.payload?.act }, along);
  const { replyTo, stopUrl } = head;
  return ok({
    ...{ letter, words, paper, decision, act, figures, to: address.to, replyTo, stopUrl },
    ...{ addressKey: address.addressKey, zone },
  });
}

/** That an attorney has read the file is said by that attorney, who signs by the name of their account (15 USC 1692e(3)). */
async function isOwnReview(reader: Reader, { actor, now }: Ctx, { typed }: Asked): Promise<boolean> {
  const person = actor.userId ? await userById(reader, actor.userId) : null;
  const signs = person !== null && sameWords(typed.signatory ?? "").includes(sameWords(person.name));
  return signs && (await isLawyerInPerson(reader, actor, now));
}

const sameWords = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** A court before which one entry of the log never was, nor the stage that it brought. */
function without(court: Court, seq: number | undefined): Court {
  const entry = court.events.find((event) => event.seq === seq);
  if (!entry) return court;
  const events = court.events.filter((event) => event !== entry);
  const before = events.findLast((event) => event.seq < entry.seq)?.stageAfter ?? court.stage;
  return { ...court, events, stage: court.stage === entry.stageAfter ? before : court.stage };
}

type Drawn = {
  asked: Asked;
  head: Letterhead;
  figures: Figures;
  zone: string;
  links: LetterLinks;
  enclosures: readonly Enclosure[];
  papers: readonly string[];
  exchange: ReturnType<typeof protocolExchange>;
};

/** Its template filled in, and its code under it, which a text message has within; for the post the sheets too, dated where the debtor is. */
function letterOf(
  ctx: Ctx,
  kase: CaseRow,
  { asked, head, figures, zone, links, enclosures, papers, exchange }: Drawn,
): Pick<ContactScene, "letter" | "paper"> {
  const { template, typed } = asked;
  const { language } = template;
  const { answerDays } = template;
  const filled = { figures, typed, language, zone, enclosures, papers, exchange, answerDays };
  const values = letterValues({ kase, head, ...filled, at: ctx.now });
  const plain = render(template, values);
  if (template.channel === "sms") return { letter: plain, paper: null };
  const letter = withCode(plain, links, language);
  if (template.channel === "email") return { letter, paper: null };
  const check = { text: codeWords(links, language), code: links.code, url: links.verifyUrl };
  const paper = letterPaper({
    ...{ kase, head, figures, language, check, letter: plain, from: typed.collectorAddress },
    ...{ on: dateIn(zone, ctx.now), country: template.pack, enclosures },
  });
  return { letter, paper };
}

/** What collectors of the same person's other debts did towards the same address. */
export async function actsElsewhere(
  reader: Reader,
  at: { caseId: string; addressKey: string },
): Promise<HistoryEvent[]> {
  const logs = await eventsOfCases(reader, await casesAtAddress(reader, at));
  return [...logs.values()].flatMap(historyEventsOf).filter(({ direction }) => direction === "out");
}

type Writing = {
  asked: Asked;
  words: string;
  letter: Letter;
  paper: LetterPaper | null;
  figures: Figures;
  zone: string;
  channel: DebtorChannel;
  reviewed: boolean;
};

async function actOf(
  reader: Reader,
  { now }: Pick<Ctx, "now">,
  { caseId }: CaseRow,
  { asked: { id, template, typed }, words, letter, paper, figures, zone, channel, reviewed }: Writing,
): Promise<Act> {
  const review = words
    ? await reviewOfText(reader, { caseId, stepType: template.step, textHash: textHashOf(words) })
    : null;
  const items = Object.fromEntries([
    ...letter.carries.map((item) => [item, true] as const),
    ...letter.missing.map((item) => [item, false] as const),
  ]);
  const action: Omit<ActionInput, "type"> = {
    ...{ direction: "out", channel: template.channel, recipientRole: "debtor" },
    ...{ attorneyReview: reviewed, threatensSuit: template.announcesSuit === true },
    employerAddress: channel.employerAddress,
    ...(paper ? { letterDate: paper.on } : {}),
    ...(template.channel === "email" ? { emailBasis: channel.basis } : {}),
    ...(template.channel === "sms" && channel.checkedOn
      ? { numberCheckedAt: `${channel.checkedOn}T00:00:00Z` }
      : {}),
    ...{ language: template.language, items },
    ...(words ? { text: words, textReviewed: review?.verdict === "passed" } : {}),
    ...(template.itemized
      ? { amounts: amountsOf(figures), statedEnd: validationEnd(dateIn(zone, now)) }
      : {}),
  };
  return {
    type: template.step,
    occurredAt: now,
    action,
    payload: {
      act: {
        ...{ direction: "out", channel: template.channel, recipientRole: "debtor", outcome: "sent" },
        ...(typed.answerBy ? { answerBy: typed.answerBy } : {}),
        ...(paper ? { letterDate: paper.on } : {}),
      },
      evidenceIds: [channel.evidenceId],
      refs: {
        ...{ messageId: id, template: template.id, templateVersion: template.version },
        textHash: textHashOf(`${letter.subject}\n\n${letter.body}`),
        ...(paper ? { paperHash: sha256(canonicalJson(paper)) } : {}),
      },
    },
  };
}

const amountsOf = ({ itemized, paidSince, owed }: Figures): ActionInput["amounts"] => ({
  ...{ itemized, interest: 0, fees: 0, payments: paidSince, credits: 0, current: owed },
});
