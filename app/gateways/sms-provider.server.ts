import twilio from "twilio";

/** The account at the provider of text messages (Twilio) that this process sends by. */
export type SmsProvider = {
  accountSid: string;
  authToken: string;
  /** Our own number, to which debtors answer. */
  from: string;
  /** Another host than Twilio's own, for a region of its or a stand-in. */
  apiUrl: string | null;
  timeoutMs: number;
};

type Given = { accountSid: string; authToken: string; from: string; apiUrl?: string; timeoutMs?: number };

const usualTimeoutMs = 20_000;

export const smsProviderFrom = ({ apiUrl, timeoutMs = usualTimeoutMs, ...given }: Given): SmsProvider => ({
  ...given,
  apiUrl: apiUrl?.replace(/\/+$/, "") ?? null,
  timeoutMs,
});

type Signed = { url: string; raw: string; signature: string };

/**
 * The fields of a message from the provider, if it was signed with our token for this very address; null for anything else.
 *
 * @param url the public address as the provider knows it, whatever a proxy made of it
 */
export function signedFields(
  { authToken }: SmsProvider,
  { url, raw, signature }: Signed,
): Record<string, string> | null {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(raw)) {
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  if (!twilio.validateRequest(authToken, signature, url, fields)) return null;
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? (value[0] ?? "") : value]),
  );
}
