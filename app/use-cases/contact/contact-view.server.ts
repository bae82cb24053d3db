import { v7 } from "uuid";
import { may } from "#app/domain/accounts/access.ts";
import { mayKnowDebtor } from "#app/domain/cases/may-know-debtor.ts";
import { freeWords, type Typed, typedFor } from "#app/domain/contact/forms.ts";
import { type ContactChannel, contactChannels } from "#app/domain/contact/templates/template.ts";
import { languageOf } from "#app/domain/contact/templates.ts";
import { withoutCode } from "#app/domain/contact/with-code.ts";
import { contactFields, purposesFor } from "#app/domain/privacy/sights.ts";
import { factsOf } from "#app/domain/timeline/facts.ts";
import { dateIn } from "#app/domain/timeline/local-time.ts";
import { translator } from "#app/messages/catalogue.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import { byMachine, namesFor, shownNow, sightFor } from "#app/use-cases/sights.server.ts";
import { headingOf } from "#app/use-cases/timeline/heading.server.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { findCase, relationTo } from "#db/queries/cases.ts";
import { type ContactMessage, messageOf, messagesOf } from "#db/queries/contact.ts";
import { lawBook } from "#db/queries/law.ts";
import { zoneOf } from "#db/queries/subjects.ts";
import { eventsOf } from "#db/queries/timeline.ts";
import { caseTemplates } from "#db/queries/wordings.ts";
import { canText, contactScene } from "./contact-scene.server.ts";
import { addressFields, debtorAddress, fieldsIn } from "./debtor-address.server.ts";
import { codeFor } from "./letter-code.server.ts";
import { maskedTo } from "./masked-to.ts";

/** As many as a case's page shows. */
const shown = 100;

const rowOf = (message: ContactMessage) => ({
  id: message.id,
  step: message.stepType,
  channel: message.channel,
  status: message.status,
  askedAt: message.askedAt.toISOString(),
  dueAt: message.dueAt?.toISOString() ?? null,
  sentAt: message.claimedAt?.toISOString() ?? null,
  heldWhy: message.heldWhy,
  demo: message.demo,
});

/** The case and its head, for those who may read what was written to its debtor; null for anybody else. */
async function caseFor(ctx: Ctx, caseId: string, operation: "contact.read" | "contact.write") {
  const kase = await findCase(ctx.db, ctx.actor, caseId);
  if (!kase || !may(ctx.actor, operation, relationTo(ctx.actor, kase))) return null;
  if (!mayKnowDebtor(ctx.actor, kase)) return null;
  const [events, zone] = await Promise.all([eventsOf(ctx.db, caseId), zoneOf(ctx.db, caseId)]);
  const { series } = await lawBook(ctx.db);
  const today = dateIn(zone, ctx.now);
  const heading = await headingOf(kase, { facts: factsOf(events), today, series }, ctx);
  const relation = relationTo(ctx.actor, kase);
  return { kase, heading, relation, zone, today, writes: isWriter(ctx, kase) };
}

const isWriter = ({ actor }: Ctx, { status, collectorOrgId }: CaseRow) =>
  status === "engaged" && collectorOrgId === actor.orgId;

/** Every message to the debtor of a case, what became of it, and whether its address may be used. */
export async function contactView(ctx: Ctx, caseId: string) {
  const found = await caseFor(ctx, caseId, "contact.read");
  if (!found) return null;
  const { kase, ...page } = found;
  await namesFor(ctx, [caseId]);
  const open = await shownNow(ctx.db, ctx, { caseId, fields: contactFields });
  const isShown = open !== null;
  const [templates, messages, ...addresses] = await Promise.all([
    caseTemplates(ctx.db, kase),
    messagesOf(ctx.db, caseId, { limit: shown }),
    ...contactChannels.map((channel) => addressView(ctx, { caseId, channel, isShown })),
  ]);
  return {
    ...page,
    messages: messages.map(rowOf),
    shownUntil: open?.until.toISOString() ?? null,
    purposes: [...purposesFor(ctx.actor)],
    addresses,
    templates: templates.map(({ id, step, language, channel }) => ({
      ...{ id, step, language, channel },
    })),
  };
}

type Viewed = { caseId: string; channel: ContactChannel; isShown: boolean };

async function addressView(ctx: Ctx, { caseId, channel, isShown }: Viewed) {
  const sight = byMachine({ caseId, fields: addressFields });
  const address = await debtorAddress(ctx.db, ctx, { sight, channel });
  const isKept = channel === "sms" && !ctx.smsProvider;
  const carrier = isKept ? (canText(ctx) ? "kept" : "none") : "set-up";
  const to = address.kind === "no-address" ? null : isShown ? address.to : maskedTo[channel](address.to);
  return { channel, state: address.kind, to, carrier } as const;
}

/** The page on which somebody says how they know an address of the debtor's: it is shown for that, and that it was is written down. */
export async function verifyView(ctx: Ctx, at: { caseId: string; channel: string }) {
  const channel = contactChannels.find((each) => each === at.channel);
  const found = channel && (await caseFor(ctx, at.caseId, "contact.write"));
  if (!found) return null;
  const { kase, ...page } = found;
  const { caseId } = kase;
  if (page.writes) await sightFor(ctx, { caseId, fields: fieldsIn[channel], purpose: "channel_check" });
  const [address, evidence] = await Promise.all([
    addressView(ctx, { caseId, channel, isShown: page.writes }),
    evidenceOf(ctx.db, ctx, caseId),
  ]);
  return { ...page, address, evidence: evidence.map(({ id, title }) => ({ id, title })) };
}

/** The page for writing from a template: what it asks, and, once something is typed, the letter and what the law says of it now. */
export async function writeView(ctx: Ctx, at: { caseId: string; template: string; typed: Typed }) {
  const found = await caseFor(ctx, at.caseId, "contact.write");
  if (!found) return "not-found" as const;
  const { kase, ...page } = found;
  const known = await caseTemplates(ctx.db, kase);
  const template = known.find(({ id }) => id === at.template);
  if (!template || !page.writes) return "no-template" as const;
  const typed = typedFor(template, at.typed);
  const key = v7({ msecs: ctx.now.getTime() });
  const { caseId } = kase;
  await sightFor(ctx, { caseId, fields: fieldsIn[template.channel], purpose: "message" });
  const sight = byMachine({ caseId, fields: addressFields });
  const scene = await contactScene(ctx.db, ctx, kase, { id: key, template, typed, isPreview: true, sight });
  return {
    ...page,
    key,
    template: {
      id: template.id,
      version: template.version,
      step: template.step,
      language: template.language,
      channel: template.channel,
    },
    asks: template.asks,
    words: scene.ok ? scene.value.words : freeWords(typed, ctx.actor.role),
    problem: scene.ok ? null : scene.error.kind,
    letter: scene.ok ? scene.value.letter : null,
    decision: scene.ok ? scene.value.decision : null,
    to: scene.ok ? scene.value.to : null,
  };
}

/** Its words as they went out. Its code is the debtor's: the firm reads it only where the letter lies in the demo and reached nobody. */
function letterIn(ctx: Ctx, message: ContactMessage): { subject: string; body: string } | null {
  if (message.letter === null) return null;
  if (message.letter === "") return { subject: "", body: translator(ctx.locale)("debtor.erased") };
  const { subject, body }: { subject: string; body: string } = JSON.parse(
    ctx.secrets.unseal("contact-letter", message.letter),
  );
  return { subject, body: message.demo ? body : withoutCode(body, codeFor(ctx, message)) };
}

/** One message: its words as they went out, what the law said where it is held, and what the mail server said. */
export async function messageView(ctx: Ctx, at: { caseId: string; id: string }) {
  const found = await caseFor(ctx, at.caseId, "contact.read");
  const message = found && (await messageOf(ctx.db, at));
  if (!found || !message) return null;
  const { kase, ...page } = found;
  const fields = fieldsIn[message.channel];
  if (message.letter) await sightFor(ctx, { caseId: kase.caseId, fields, purpose: "letter_read" });
  const letter = letterIn(ctx, message);
  return {
    ...page,
    message: {
      ...rowOf(message),
      findings: message.findings ?? [],
      answer: message.answer,
      settledAt: message.settledAt?.toISOString() ?? null,
      eventSeq: message.eventSeq,
      letterHash: message.letterHash,
      delivery: message.delivery,
      tracking: message.tracking,
      batchId: page.writes ? message.batchId : null,
      language: languageOf(message.templateId),
      letter,
    },
  };
}
