import { createTransport, type Transporter } from "nodemailer";

export type MailServer = {
  smtpUrl: string;
  from: string;
  /** Where mail to debtors comes back, each to an address of its own made of this; null where it comes back to `from`. */
  returnTo?: string | null;
};
export type OutgoingMail = {
  id: string;
  to: string;
  subject: string;
  body: string;
  locale: string;
  /** Where one click ends mails of this sort; null for those that nobody subscribed to. */
  unsubscribeUrl: string | null;
};

/** `refused`: the server will never take this mail (SMTP 5xx). Anything that may heal is thrown and tried again. */
export type Delivery = { kind: "accepted" } | { kind: "refused"; answer: string };

const transports = new Map<string, Transporter>();

export function transportTo(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl);
  if (known) return known;
  const limits = { pool: true, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };
  const transport = createTransport({ url: smtpUrl, ...limits });
  transports.set(smtpUrl, transport);
  return transport;
}

/** @see RFC 8058, section 3.1 */
const oneClick = (url: string) => ({
  "List-Unsubscribe": `<${url}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/** Hands a mail to the SMTP server. The message id is the mail's own, so that a repeat is recognised as one. */
export async function deliver({ smtpUrl, from }: MailServer, mail: OutgoingMail): Promise<Delivery> {
  try {
    await transportTo(smtpUrl).sendMail({
      from,
      to: mail.to,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@rung>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        "Content-Language": mail.locale,
        ...(mail.unsubscribeUrl ? oneClick(mail.unsubscribeUrl) : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: "accepted" };
  } catch (error) {
    if (isRefusal(error)) return { kind: "refused", answer: error.response };
    throw error;
  }
}

const isRefusal = (error: unknown): error is { responseCode: number; response: string } =>
  typeof error === "object" &&
  error !== null &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500 &&
  "response" in error;

/** Closes pooled connections, so that a process can end. */
export function closeMailConnections(): void {
  for (const transport of transports.values()) transport.close();
  transports.clear();
}
