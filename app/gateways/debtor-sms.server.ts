import twilio, { type Twilio } from "twilio";
import type { SmsProvider } from "./sms-provider.server.ts";

export type DebtorSms = {
  to: string;
  body: string;
  /** Words of the text that no other text has: what the provider is asked for when it said nothing. */
  reference: string;
  /** Where the provider tells what became of it. */
  statusUrl: string;
};

/**
 * `refused`: the provider will never take it, with its error's number. `not-taken`: it did not take it now and said so, or was not there to be
 * asked. `unknown`: it timed out, broke off or failed after the text was handed over: it may have taken it.
 */
export type HandedSms =
  | { kind: "accepted"; providerId: string; answer: string }
  | { kind: "refused"; code: number | null; answer: string }
  | { kind: "not-taken"; answer: string }
  | { kind: "unknown"; answer: string };

/** What a provider still holds after this long is not delivered any more: its hour may not be lawful by then. */
const validSeconds = 300;
/** The provider lists the newest first; no number is sent so many before one is asked for again. */
const looked = 50;

/** Only the contact gate sends to a debtor; a test of the architecture keeps it so. */
export async function sendSmsToDebtor(provider: SmsProvider, sms: DebtorSms): Promise<HandedSms> {
  try {
    const { sid, status } = await clientOf(provider).messages.create({
      from: provider.from,
      to: sms.to,
      body: sms.body,
      statusCallback: sms.statusUrl,
      validityPeriod: validSeconds,
    });
    return { kind: "accepted", providerId: sid, answer: `${sid} ${status}` };
  } catch (error) {
    return handedOf(error);
  }
}

export type Found =
  | { kind: "found"; providerId: string; answer: string }
  | { kind: "none" }
  | { kind: "not-heard"; answer: string };

/** Whether the provider has a text to this number with this reference: its interface has no key of ours to repeat a call by. */
export async function findSmsToDebtor(
  provider: SmsProvider,
  { to, reference }: Pick<DebtorSms, "to" | "reference">,
): Promise<Found> {
  try {
    const listed = await clientOf(provider).messages.list({
      to,
      from: provider.from,
      limit: looked,
      pageSize: looked,
    });
    const ours = listed.find(({ body }) => body.includes(reference));
    return ours
      ? { kind: "found", providerId: ours.sid, answer: `${ours.sid} ${ours.status}` }
      : { kind: "none" };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: "not-heard", answer: answerOf(error) };
  }
}

const clients = new WeakMap<SmsProvider, Twilio>();

/** The official SDK, whose types pin the version of the API. It repeats nothing by itself: the outbox does, and asks first. */
function clientOf(provider: SmsProvider): Twilio {
  const known = clients.get(provider);
  if (known) return known;
  const { accountSid, authToken, timeoutMs } = provider;
  const httpClient = new twilio.RequestClient({ timeout: timeoutMs, autoRetry: false });
  const client = twilio(accountSid, authToken, { httpClient: toldWhere(httpClient, provider) });
  clients.set(provider, client);
  return client;
}

type Requests = InstanceType<typeof twilio.RequestClient>;

/** The SDK has no setting for another host than Twilio's own. */
function toldWhere(requests: Requests, { apiUrl }: SmsProvider): Requests {
  if (!apiUrl) return requests;
  const plain = requests.request.bind(requests);
  requests.request = (options) => {
    const { pathname, search } = new URL(options.uri);
    return plain({ ...options, uri: `${apiUrl}${pathname}${search}` });
  };
  return requests;
}

/** What never reached the provider cannot have been taken. */
const neverReached = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const answerOf = (error: Error & { code?: unknown }) =>
  [error.code, error.message].filter(Boolean).join(": ").slice(0, 500);

function handedOf(error: unknown): HandedSms {
  if (!(error instanceof Error)) throw error;
  const answer = answerOf(error);
  if (error instanceof twilio.RestException) {
    const { status, code } = error;
    if (status >= 500 || status === 408) return { kind: "unknown", answer };
    const passes = status === 429 || status === 401 || status === 403;
    return passes ? { kind: "not-taken", answer } : { kind: "refused", code: code ?? null, answer };
  }
  const { code } = error as Error & { code?: string };
  return { kind: neverReached.has(code ?? "") ? "not-taken" : "unknown", answer };
}
