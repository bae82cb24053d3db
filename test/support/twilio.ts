import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { type SmsProvider, smsProviderFrom } from "#app/gateways/sms-provider.server.ts";

/** A message as the provider keeps it. */
type Kept = {
  sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
  statusCallback: string | null;
};

/** How it answers a message that is to be sent. `deaf` answers no question either. */
export type Mood =
  | "well"
  | "silent after taking"
  | "broken after taking"
  | "silent without taking"
  | "busy"
  | "deaf"
  | { error: number; status?: number };

const account = `AC${"0".repeat(32)}`;
const token = "a token of the tests";
export const ourNumber = "+15005550006";

const messages = `/2010-04-01/Accounts/${account}/Messages.json`;

/**
 * A server that speaks Twilio's REST interface to Twilio's own SDK: messages are created, fetched and listed; errors have its numbers; its own
 * messages are signed as it signs them.
 */
export function aTwilio() {
  const kept: Kept[] = [];
  const asked: string[] = [];
  let mood: Mood = "well";
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "", "http://twilio");
    asked.push(`${request.method} ${url.pathname}`);
    const signedIn = `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}`;
    if (request.headers.authorization !== signedIn) return error(response, 401, 20003, "Authenticate");
    if (mood === "deaf") return;
    if (request.method === "POST" && url.pathname === messages)
      return create(await bodyOf(request), response);
    if (request.method === "GET" && url.pathname === messages) return list(url.searchParams, response);
    const sid = url.pathname.match(/Messages\/(SM[0-9a-f]{32})\.json$/)?.[1];
    const found = kept.find((each) => each.sid === sid);
    return found ? json(response, 200, resource(found)) : error(response, 404, 20404, "Not found");
  }

  function create(form: URLSearchParams, response: ServerResponse) {
    if (mood === "busy") return error(response, 429, 20429, "Too many requests");
    if (mood === "silent without taking") return;
    if (typeof mood === "object")
      return error(response, mood.status ?? 400, mood.error, `Error ${mood.error}`);
    const [to, body] = [form.get("To") ?? "", form.get("Body") ?? ""];
    if (!/^\+[1-9]\d{6,14}$/.test(to)) return error(response, 400, 21211, "Invalid 'To' Phone Number");
    if (body.length > 1600) return error(response, 400, 21617, "The message body exceeds the limit");
    const sid = `SM${createHash("md5").update(`${kept.length}${to}`).digest("hex")}`;
    kept.unshift({
      ...{ sid, to, body, from: form.get("From") ?? "", status: "queued" },
      statusCallback: form.get("StatusCallback"),
    });
    if (mood === "silent after taking") return;
    if (mood === "broken after taking") return response.destroy();
    return json(response, 201, resource(kept[0]));
  }

  function list(query: URLSearchParams, response: ServerResponse) {
    const found = kept.filter(({ to, from }) => to === query.get("To") && from === query.get("From"));
    const page = { page: 0, page_size: 50, next_page_uri: null, uri: messages };
    json(response, 200, { messages: found.map(resource), ...page });
  }

  return {
    kept,
    asked,
    be: (next: Mood) => {
      mood = next;
    },
    async listen(): Promise<SmsProvider> {
      await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
      const { port } = server.address() as AddressInfo;
      const apiUrl = `http://127.0.0.1:${port}`;
      return smsProviderFrom({
        accountSid: account,
        authToken: token,
        from: ourNumber,
        apiUrl,
        timeoutMs: 400,
      });
    },
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

const resource = ({ sid, to, from, body, status }: Kept) => ({
  ...{ sid, to, from, body, status, account_sid: account, api_version: "2010-04-01" },
  ...{ error_code: null, error_message: null, num_segments: "1", num_media: "0", direction: "outbound-api" },
  ...{ date_created: null, date_sent: null, date_updated: null, messaging_service_sid: null },
  ...{ price: null, price_unit: null, uri: `/2010-04-01/Accounts/${account}/Messages/${sid}.json` },
  subresource_uris: {},
});

function json(response: ServerResponse, status: number, body: unknown) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

const error = (response: ServerResponse, status: number, code: number, message: string) =>
  json(response, status, { status, code, message, more_info: `https://www.twilio.com/docs/errors/${code}` });

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = "";
  for await (const part of request) body += part;
  return new URLSearchParams(body);
}

/** A message from the provider to us: its body as it comes, and its signature over the address that it posts to. */
export function signedPost(url: string, fields: Record<string, string>, by = token) {
  const signature = twilio.getExpectedTwilioSignature(by, url, fields);
  return { raw: new URLSearchParams(fields).toString(), signature };
}

let answers = 0;
/** What a debtor's answer looks like when the provider brings it. */
export const anAnswer = (from: string, body: string, more: Record<string, string> = {}) => ({
  MessageSid: `SM${createHash("md5").update(`answer ${++answers}`).digest("hex")}`,
  ...{ AccountSid: account, From: from, To: ourNumber, Body: body, NumMedia: "0", ...more },
});
