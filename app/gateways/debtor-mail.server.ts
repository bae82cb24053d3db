import { type MailServer, transportTo } from "./mail.server.ts";

export type DebtorMail = {
  /** The message's own, so that a repeat is recognised as one (RFC 5322 3.6.4). */
  id: string;
  to: string;
  /** The envelope's sender, to whom it comes back if it does (RFC 5321 4.5.5); null for the product's own. */
  returnPath: string | null;
  replyTo: string;
  subject: string;
  body: string;
  language: string;
  stopUrl: string;
};

/**
 * `refused`: the server will never take it (SMTP 5xx); `noMailbox` where it is the address it refuses. `not-taken`: it did not take it now, and
 * said so, or was not there to be asked. `unknown`: the connection broke or timed out after it was handed over: it may have been taken.
 */
export type Handed =
  | { kind: "accepted"; answer: string }
  | { kind: "refused"; answer: string; noMailbox: boolean }
  | { kind: "not-taken"; answer: string }
  | { kind: "unknown"; answer: string };

/** Only the contact gate sends to a debtor; a test of the architecture keeps it so. */
export async function sendToDebtor({ smtpUrl, from }: MailServer, mail: DebtorMail): Promise<Handed> {
  try {
    const sent = await transportTo(smtpUrl).sendMail({
      from,
      to: mail.to,
      ...(mail.returnPath ? { envelope: { from: mail.returnPath, to: mail.to } } : {}),
      replyTo: mail.replyTo,
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@rung>`,
      headers: {
        "Content-Language": mail.language,
        "List-Unsubscribe": `<${mail.stopUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: "accepted", answer: sent.response ?? "" };
  } catch (error) {
    return handedOf(error);
  }
}

type SmtpError = Error & {
  responseCode?: number;
  response?: string;
  command?: string;
  syscall?: string;
  code?: string;
};

/** What never reached the server cannot have been taken; whatever else gave no answer may have been. */
const neverReached = new Set(["EDNS", "ECONNREFUSED", "EENVELOPE", "EAUTH", "ETLS"]);

function handedOf(error: unknown): Handed {
  if (!(error instanceof Error)) throw error;
  const { responseCode, response, command, syscall, code, message } = error as SmtpError;
  const answer = (response ?? message).slice(0, 500);
  if (responseCode !== undefined && responseCode >= 500)
    return { kind: "refused", answer, noMailbox: command === "RCPT TO" };
  if (responseCode !== undefined && responseCode >= 400) return { kind: "not-taken", answer };
  if (syscall === "connect" || neverReached.has(code ?? "")) return { kind: "not-taken", answer };
  return { kind: "unknown", answer };
}
