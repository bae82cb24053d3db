import type { NoticeKind, NoticeValues } from "#app/domain/accounts/notices.ts";
import { newId } from "#app/domain/ids.ts";
import { enqueueAll } from "#app/gateways/jobs.server.ts";
import { isLocale, type Locale, type MessageKey, type T, translator } from "#app/messages/catalogue.ts";
import type { Tx } from "#db/client.ts";
import { insertMails, insertNotifications, type Recipient, recipientsOf } from "#db/queries/notifications.ts";
import type { Ctx } from "./ctx.ts";
import { noticeText } from "./notice-text.ts";

type Sender = Pick<Ctx, "now" | "publicUrl">;

/** `href` is a path of this product. */
export type Notice = { [K in NoticeKind]: { kind: K; values: NoticeValues[K]; href: string } }[NoticeKind] &
  ({ toOrgId: string } | { userIds: string[] });

/**
 * Tells people of an event, in the app and by mail, each in their own language. It is written in the caller's
 * transaction: what is rolled back is never announced.
 */
export const notify = (tx: Tx, ctx: Sender, notice: Notice): Promise<void> => notifyAll(tx, ctx, [notice]);

/** The same for many events at once, in as few statements as for one. */
export async function notifyAll(tx: Tx, ctx: Sender, notices: readonly Notice[]): Promise<void> {
  const people = await recipientsOf(tx, {
    orgIds: notices.flatMap((notice) => ("toOrgId" in notice ? [notice.toOrgId] : [])),
    userIds: notices.flatMap((notice) => ("userIds" in notice ? notice.userIds : [])),
  });
  const told = notices.flatMap((notice) => {
    const to = "toOrgId" in notice ? people.inOrg(notice.toOrgId) : people.named(notice.userIds);
    return to.map((person) => ({ notice, person }));
  });
  await insertNotifications(
    tx,
    told.map(({ notice: { kind, values, href }, person: { userId } }) => ({
      id: newId(ctx.now),
      userId,
      kind,
      values: { ...values },
      href,
      createdAt: ctx.now,
      readAt: null,
    })),
  );
  await post(
    tx,
    ctx,
    told.map(({ notice, person }) => letterOf(ctx, notice, person)),
  );
}

function letterOf({ publicUrl }: Sender, notice: Notice, { email, locale }: Recipient): Letter {
  const language = isLocale(locale) ? locale : "en";
  const { kind, values, href } = notice;
  const t = translator(language);
  const { title, body } = noticeText({ kind, values: { ...values } }, t, language);
  return { to: email, locale: language, subject: title, text: `${body}\n\n${publicUrl}${href}` };
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
  | "account_deleted";

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

type Letter = { to: string; locale: Locale; subject: string; text: string };

/** The subject is one line whatever the values held, so that no header can be smuggled into it. */
async function post(tx: Tx, ctx: Sender, letters: readonly Letter[]): Promise<void> {
  const mails = letters.map(({ to, locale, subject, text }) => ({
    id: newId(ctx.now),
    toAddress: to,
    locale,
    subject: subject.replace(/\s+/g, " ").trim(),
    body: `${text}\n\n${signature(translator(locale), ctx.publicUrl)}\n`,
    createdAt: ctx.now,
  }));
  await insertMails(tx, mails);
  await enqueueAll(
    tx,
    mails.map(({ id }) => ({ task: "send-mail", payload: { mailId: id } })),
  );
}

const signature = (t: T, publicUrl: string) => t("mail.signature", { publicUrl });
