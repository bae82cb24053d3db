import type { NoticeKind, NoticeValues } from "#app/domain/accounts/notices.ts";
import { newId } from "#app/domain/ids.ts";
import { enqueue } from "#app/gateways/jobs.server.ts";
import { isLocale, type Locale, type MessageKey, type T, translator } from "#app/messages/catalogue.ts";
import type { Tx } from "#db/client.ts";
import { insertMail, insertNotifications, recipientsOf } from "#db/queries/notifications.ts";
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
export async function notify(tx: Tx, ctx: Sender, notice: Notice): Promise<void> {
  const { kind, href } = notice;
  const values: Record<string, string | number> = { ...notice.values };
  const people = await recipientsOf(
    tx,
    "toOrgId" in notice ? { orgId: notice.toOrgId } : { userIds: notice.userIds },
  );
  await insertNotifications(
    tx,
    people.map(({ userId }) => ({
      id: newId(ctx.now),
      userId,
      kind,
      values,
      href,
      createdAt: ctx.now,
      readAt: null,
    })),
  );
  for (const { email, locale } of people) {
    const language = isLocale(locale) ? locale : "en";
    const t = translator(language);
    const { title, body } = noticeText({ kind, values }, t, language);
    const text = `${body}\n\n${ctx.publicUrl}${href}`;
    await post(tx, ctx, { to: email, locale: language, subject: title, text });
  }
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
  await post(tx, ctx, { to: mail.to, locale, subject: t(subject, mail.values), text: t(text, mail.values) });
}

/** The subject is one line whatever the values held, so that no header can be smuggled into it. */
async function post(
  tx: Tx,
  ctx: Sender,
  { to, locale, subject, text }: { to: string; locale: Locale; subject: string; text: string },
): Promise<void> {
  const id = newId(ctx.now);
  const body = `${text}\n\n${signature(translator(locale), ctx.publicUrl)}\n`;
  await insertMail(tx, {
    id,
    toAddress: to,
    locale,
    subject: subject.replace(/\s+/g, " ").trim(),
    body,
    createdAt: ctx.now,
  });
  await enqueue(tx, { task: "send-mail", payload: { mailId: id } });
}

const signature = (t: T, publicUrl: string) => t("mail.signature", { publicUrl });
