import { defaultHours, quietUntil } from "#app/domain/accounts/notice-hours.ts";
import { choiceFor, noticeRules } from "#app/domain/accounts/notice-rules.ts";
import type { NoticeKind, NoticeValues } from "#app/domain/accounts/notices.ts";
import { newId } from "#app/domain/ids.ts";
import { zonesOf } from "#app/domain/places/register.ts";
import { enqueueAll } from "#app/gateways/jobs.server.ts";
import { isLocale, type Locale, type MessageKey, type T, translator } from "#app/messages/catalogue.ts";
import type { Tx } from "#db/client.ts";
import { choicesOf, insertHours, seatsOf } from "#db/queries/notice-settings.ts";
import { insertMails, insertNotifications, type Recipient, recipientsOf } from "#db/queries/notifications.ts";
import type { Ctx } from "./ctx.ts";
import { noticeText } from "./notice-text.ts";

type Sender = Pick<Ctx, "now" | "publicUrl">;

/** `href` is a path of this product. */
type News = { [K in NoticeKind]: { kind: K; values: NoticeValues[K]; href: string } }[NoticeKind];
export type Notice = News & ({ toOrgId: string } | { userIds: string[] });

/**
 * Tells people of an event, in the app and by mail, each in their own language. It is written in the caller's
 * transaction: what is rolled back is never announced.
 */
export const notify = (tx: Tx, ctx: Sender, notice: Notice): Promise<void> => notifyAll(tx, ctx, [notice]);

type Sides = { creditorOrgId: string; collectorOrgId: string | null };

/** Tells both sides of a case; the creditor alone while it has no collector. */
export const notifySides = (
  tx: Tx,
  ctx: Sender,
  { creditorOrgId, collectorOrgId }: Sides,
  news: News,
): Promise<void> => {
  const sides = new Set([creditorOrgId, collectorOrgId ?? creditorOrgId]);
  return notifyAll(
    tx,
    ctx,
    [...sides].map((toOrgId) => ({ ...news, toOrgId })),
  );
};

/** The same for many events at once, in as few statements as for one. Each person hears of it as they chose to. */
export async function notifyAll(tx: Tx, ctx: Sender, notices: readonly Notice[]): Promise<void> {
  const people = await recipientsOf(tx, {
    orgIds: notices.flatMap((notice) => ("toOrgId" in notice ? [notice.toOrgId] : [])),
    userIds: notices.flatMap((notice) => ("userIds" in notice ? notice.userIds : [])),
  });
  const addressed = notices.flatMap((notice) => {
    const to = "toOrgId" in notice ? people.inOrg(notice.toOrgId) : people.named(notice.userIds);
    return to.map((person) => ({ notice, person }));
  });
  const chosen = await choicesOf(tx, [...new Set(addressed.map(({ person }) => person.userId))]);
  const told = addressed.map(({ notice, person }) => {
    const { inApp, mail } = choiceFor(notice.kind, chosen(person.userId, notice.kind));
    return { notice, person, inApp, mail, digestDue: mail === "digest" && person.hours?.digestHour !== null };
  });
  await insertNotifications(
    tx,
    told
      .filter(({ inApp, digestDue }) => inApp || digestDue)
      .map(({ notice: { kind, values, href }, person: { userId }, inApp, digestDue }) => ({
        ...{ id: newId(ctx.now), userId, kind, values: { ...values }, href },
        ...{ createdAt: ctx.now, readAt: null, inApp, digestDue },
      })),
  );
  await keepHoursOf(
    tx,
    told.filter(({ digestDue, person }) => digestDue && !person.hours).map(({ person }) => person.userId),
  );
  await post(
    tx,
    ctx,
    told.filter(({ mail }) => mail === "now").map(({ notice, person }) => letterOf(ctx, notice, person)),
  );
}

/** Whoever never chose their hours has the digest at the default one, where their organisation sits. */
async function keepHoursOf(tx: Tx, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const seats = await seatsOf(tx, userIds);
  const rows = [...new Set(userIds)].map((userId) => ({
    userId,
    ...defaultHours(zonesOf(seats.get(userId) ?? "")[0] ?? "UTC"),
  }));
  await insertHours(tx, rows);
}

function letterOf({ publicUrl, now }: Sender, notice: Notice, { email, locale, hours }: Recipient): Letter {
  const language = isLocale(locale) ? locale : "en";
  const { kind, values, href } = notice;
  const t = translator(language);
  const { title, body } = noticeText({ kind, values: { ...values } }, t, language);
  const heldUntil = hours && !noticeRules[kind].urgent ? quietUntil(hours, now) : null;
  return { to: email, locale: language, subject: title, text: `${body}\n\n${publicUrl}${href}`, heldUntil };
}

/** Mails about the account itself: they go to an address, which need not belong to an account yet. */
export type AccountMail =
  | "verify_email"
  | "sign_up_existing"
  | "reset_password"
  | "password_changed"
  | "confirm_new_email"
  | "email_changed"
  | "second_factor_on"
  | "second_factor_off"
  | "invitation"
  | "account_deleted"
  | "signing_code";

/** Writes one account mail in the transaction that causes it. `values.link` is a whole address. */
export async function writeMail(
  tx: Tx,
  ctx: Sender,
  mail: { to: string; locale: string; kind: AccountMail; values: Record<string, string | number> },
): Promise<void> {
  const locale = isLocale(mail.locale) ? mail.locale : "en";
  const t = translator(locale);
  const subject: MessageKey = `mail.${mail.kind}.subject`;
  const text: MessageKey = `mail.${mail.kind}.body`;
  await post(tx, ctx, [
    { to: mail.to, locale, subject: t(subject, mail.values), text: t(text, mail.values) },
  ]);
}

export type Letter = {
  to: string;
  locale: Locale;
  subject: string;
  text: string;
  /** The end of its reader's quiet hours. */
  heldUntil?: Date | null;
  unsubscribeUrl?: string;
};

/** Writes letters and has the worker send them, at once or after the quiet hours. The subject is one line whatever the values held, so that no header can be smuggled into it. */
export async function post(tx: Tx, ctx: Sender, letters: readonly Letter[]): Promise<void> {
  const mails = letters.map(({ to, locale, subject, text, heldUntil, unsubscribeUrl }) => ({
    id: newId(ctx.now),
    toAddress: to,
    locale,
    subject: subject.replace(/\s+/g, " ").trim(),
    body: `${text}\n\n${signature(translator(locale), ctx.publicUrl)}\n`,
    createdAt: ctx.now,
    heldUntil: heldUntil ?? null,
    unsubscribeUrl: unsubscribeUrl ?? null,
  }));
  await insertMails(tx, mails);
  await enqueueAll(
    tx,
    mails
      .filter((mail) => mail.heldUntil === null)
      .map(({ id }) => ({ task: "send-mail", payload: { mailId: id } })),
  );
}

const signature = (t: T, publicUrl: string) => t("mail.signature", { publicUrl });
