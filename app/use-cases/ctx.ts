import type { Actor } from "#app/domain/accounts/actor.ts";
import type { DocumentStore } from "#app/gateways/documents.server.ts";
import type { MailServer } from "#app/gateways/mail.server.ts";
import type { Scanner } from "#app/gateways/malware-scan.server.ts";
import type { Secrets } from "#app/gateways/secrets.server.ts";
import type { SmsProvider } from "#app/gateways/sms-provider.server.ts";
import type { Provider } from "#app/gateways/stripe.server.ts";
import type { TimeAuthority } from "#app/gateways/time-authority.server.ts";
import type { Locale } from "#app/messages/locale.ts";
import type { Db } from "#db/client.ts";

/** What a process is given once at start. */
export type Services = {
  db: Db;
  secrets: Secrets;
  documents: DocumentStore;
  /** What looks for malware in every upload; null where none is configured. */
  scanner: Scanner | null;
  /** The payment provider; null in a process that has no way to one. */
  provider: Provider | null;
  /** The mail server; null where mail lies in the demo and none is sent. */
  mailServer: MailServer | null;
  /** The provider of text messages; null where none is set up: a demo keeps what it would send, and production sends none. */
  smsProvider: SmsProvider | null;
  /** Who stamps time (RFC 3161); null where none is set up. */
  timeAuthority: TimeAuthority | null;
  /** Origin people reach the product at, without a trailing slash; links in mail start with it. */
  publicUrl: string;
  mode: "demo" | "production";
};

/** What one request, job or test gives a use-case: who acts, and the one instant all its rows agree on. */
export type Ctx = Services & { actor: Actor; now: Date; locale: Locale };
