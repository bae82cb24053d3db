import type { Typed } from "#app/domain/contact/forms.ts";
import { decideContact } from "#app/domain/contact/gate.ts";
import { type Letter, render } from "#app/domain/contact/render.ts";
import type { Template } from "#app/domain/contact/templates/template.ts";
import {
  type Figures,
  figuresOf,
  type Letterhead,
  letterValues,
  validationEnd,
} from "#app/domain/contact/values.ts";
import { hiddenCode, withCode } from "#app/domain/contact/with-code.ts";
import type { ActionInput } from "#app/domain/law/action-input.ts";
import type { HistoryEvent } from "#app/domain/law/facts.ts";
import type { Decision } from "#app/domain/law/types.ts";
import { err, ok, type Result } from "#app/domain/result.ts";
import { historyEventsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { type Act, courtOf } from "#app/use-cases/record-event.server.ts";
import { textHashOf } from "#app/use-cases/text-hash.server.ts";
import type { Reader } from "#db/client.ts";
import { userById } from "#db/queries/accounts.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { casesAtAddress, type DebtorChannel } from "#db/queries/contact.ts";
import { mandateOf } from "#db/queries/engagements.ts";
import { licenceById } from "#db/queries/licences.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { reviewOfText } from "#db/queries/texts.ts";
import { eventsOf, eventsOfCases } from "#db/queries/timeline.ts";
import { type DebtorAddress, debtorAddress } from "./debtor-address.server.ts";
import { codeFor, linksOf } from "./letter-code.server.ts";
import { stopUrl } from "./letter-token.ts";

/** A letter that is only looked at has no code yet. */
export type Asked = { id: string; template: Template; typed: Typed; isPreview?: boolean };

export type ContactScene = {
  letter: Letter;
  decision: Decision;
  act: Act;
  figures: Figures;
  to: string;
  replyTo: string;
  stopUrl: string;
  addressKey: string;
  zone: string;
};

export type NoChannel = { kind: "no-address" | "channel-unverified" | "channel-dead" };

type VerifiedAddress = Extract<DebtorAddress, { kind: "verified" }>;

/**
 * A message as it would go out at this moment by this person: its letter, and what the law says of it. Reads everything anew, so that
 * asking and sending are two decisions. The caller holds the case, and for sending the address.
 */
export async function contactScene(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  asked: Asked,
): Promise<Result<ContactScene, NoChannel>> {
  const address = await debtorAddress(reader, ctx, kase.caseId);
  if (address.kind === "no-address") return err({ kind: "no-address" });
  if (address.kind !== "verified")
    return err({ kind: address.kind === "dead" ? "channel-dead" : "channel-unverified" });
  const zone = address.debtor.zones[0] ?? "UTC";
  const events = await eventsOf(reader, kase.caseId);
  const figures = figuresOf(kase.answers, events, { zone, itemizationOn: asked.typed.itemizationOn });
  const head = await letterhead(reader, ctx, kase, { asked, address });
  const letter = letterOf(ctx, kase, { asked, head, figures, zone });
  const act = await actOf(reader, ctx, kase, { asked, letter, figures, zone, channel: address.channel });
  const court = await courtOf(reader, ctx, kase);
  const elsewhere = await actsElsewhere(reader, { caseId: kase.caseId, addressKey: address.addressKey });
  const decision = decideContact(court, { ...act, act: act.payload?.act }, { elsewhere, zone });
  const { replyTo, stopUrl } = head;
  return ok({
    ...{ letter, decision, act, figures, to: address.email, replyTo, stopUrl },
    ...{ addressKey: address.addressKey, zone },
  });
}

type Drawn = { asked: Asked; head: Letterhead; figures: Figures; zone: string };

/** Its template filled in, and its code under it. */
function letterOf(ctx: Ctx, kase: CaseRow, { asked, head, figures, zone }: Drawn): Letter {
  const { template, typed, id } = asked;
  const { language } = template;
  const values = letterValues({ kase, head, figures, typed, language, zone, at: ctx.now });
  const links = asked.isPreview
    ? linksOf(ctx.publicUrl, hiddenCode)
    : codeFor(ctx, { caseId: kase.caseId, id });
  return withCode(render(template, values), links, language);
}

/** What collectors of the same person's other debts did towards the same address. */
async function actsElsewhere(
  reader: Reader,
  at: { caseId: string; addressKey: string },
): Promise<HistoryEvent[]> {
  const logs = await eventsOfCases(reader, await casesAtAddress(reader, at));
  return [...logs.values()].flatMap(historyEventsOf).filter(({ direction }) => direction === "out");
}

async function letterhead(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { asked, address }: { asked: Asked; address: VerifiedAddress },
) {
  const { userId, orgId } = ctx.actor;
  const [names, person, licence] = await Promise.all([
    organizationsById(reader, [kase.creditorOrgId, orgId]),
    userId ? userById(reader, userId) : null,
    licenceOf(reader, kase.caseId),
  ]);
  const nameOf = (id: string | null) => (id && names.get(id)?.name) || "";
  return {
    creditor: nameOf(kase.creditorOrgId),
    collector: nameOf(orgId),
    licence,
    debtor: { name: address.debtor.name, address: address.debtor.address },
    replyTo: person?.email ?? "",
    stopUrl: stopUrl(ctx, { caseId: kase.caseId, id: asked.id }),
  };
}

async function licenceOf(reader: Reader, caseId: string): Promise<string | null> {
  const mandate = await mandateOf(reader, caseId);
  const licence = mandate?.licenceId ? await licenceById(reader, mandate.licenceId) : null;
  return licence?.number ?? null;
}

type Writing = {
  asked: Asked;
  letter: Letter;
  figures: Figures;
  zone: string;
  channel: DebtorChannel;
};

/** Everything that a sender typed is a free passage: it is read by the linter as one text. */
export const freeWords = ({ itemizationOn: _, answerBy: __, ...words }: Typed): string =>
  Object.values(words).filter(Boolean).join("\n");

async function actOf(
  reader: Reader,
  { now }: Pick<Ctx, "now">,
  { caseId }: CaseRow,
  { asked: { id, template, typed }, letter, figures, zone, channel }: Writing,
): Promise<Act> {
  const words = freeWords(typed);
  const review = words
    ? await reviewOfText(reader, { caseId, stepType: template.step, textHash: textHashOf(words) })
    : null;
  const items = Object.fromEntries([
    ...letter.carries.map((item) => [item, true] as const),
    ...letter.missing.map((item) => [item, false] as const),
  ]);
  const action: Omit<ActionInput, "type"> = {
    ...{
      direction: "out",
      channel: "email",
      recipientRole: "debtor",
      attorneyReview: false,
      threatensSuit: false,
    },
    ...{
      emailBasis: channel.basis,
      employerAddress: channel.employerAddress,
      language: template.language,
      items,
    },
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
        ...{ direction: "out", channel: "email", recipientRole: "debtor", outcome: "sent" },
        ...(typed.answerBy ? { answerBy: typed.answerBy } : {}),
      },
      evidenceIds: [channel.evidenceId],
      refs: {
        ...{ messageId: id, template: template.id, templateVersion: template.version },
        textHash: textHashOf(`${letter.subject}\n\n${letter.body}`),
      },
    },
  };
}

const amountsOf = ({ itemized, paidSince, owed }: Figures): ActionInput["amounts"] => ({
  ...{ itemized, interest: 0, fees: 0, payments: paidSince, credits: 0, current: owed },
});
