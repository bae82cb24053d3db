import { createHash, timingSafeEqual } from "node:crypto";
import { parse } from "qs";
import type { Books } from "./books.ts";
import { expanded } from "./expand.ts";
import { invalid, isRefusal, type Refusal, refused } from "./refusal.ts";
import type { RequestRoute } from "./request-types.ts";
import { routes } from "./routes.ts";
import { apiVersion, beginTurn, newId, platformAccount } from "./turn.ts";
import { readParams } from "./validate.ts";

export type ApiRequest = {
  method: string;
  /** Path and query. */
  url: string;
  headers: Record<string, string | undefined>;
  body: string;
};
export type ApiAnswer = { status: number; headers: Record<string, string>; body: unknown };

type Context = { books: Books; secretKey: string; now: number; origin: string };

/** Answers one request of Stripe's API as its documents say: who asks, for which account, in which version, and once for each idempotency key. */
export function answerApi(context: Context, request: ApiRequest): ApiAnswer {
  try {
    const { account } = whoAsks(context, request);
    const key = request.method === "POST" ? request.headers["idempotency-key"] : undefined;
    return key ? answerOnce(context, request, account, key) : answer(context, request, account);
  } catch (thrown) {
    return asAnswer(thrown);
  }
}

function whoAsks({ books, secretKey }: Context, { headers }: ApiRequest): { account: string } {
  const given = headers.authorization?.replace(/^Bearer /, "") ?? "";
  if (!isEqual(given, secretKey))
    throw refused(401, {
      type: "invalid_request_error",
      message: `Invalid API Key provided: ${given.slice(0, 8)}***`,
    });
  const version = headers["stripe-version"];
  if (version !== undefined && version !== apiVersion)
    throw invalid(`The local service speaks ${apiVersion} and not ${version}.`);
  const account = headers["stripe-account"] ?? platformAccount;
  if (account !== platformAccount && !books.read("account", account))
    throw refused(403, {
      type: "invalid_request_error",
      code: "account_invalid",
      message: `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
    });
  return { account };
}

const isEqual = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The same key with the same request gets the first answer again, a refusal too; with another request it is an error. */
function answerOnce(context: Context, request: ApiRequest, account: string, key: string): ApiAnswer {
  const asked = createHash("sha256")
    .update(`${request.method} ${request.url}\n${request.body}`)
    .digest("hex");
  const id = `${account} ${key}`;
  const first = context.books.read("answer", id)?.body;
  if (first && first.asked !== asked)
    throw refused(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  if (first) return { status: first.status, headers: { "idempotent-replayed": "true" }, body: first.body };
  return answer(context, request, account, { key, id, asked });
}

function answer(
  { books, now, origin }: Context,
  request: ApiRequest,
  account: string,
  once?: { key: string; id: string; asked: string },
): ApiAnswer {
  const { route, path, params, expand } = read(request);
  const begin = () => beginTurn(books, { now, account, idempotencyKey: once?.key });
  let turn = begin();
  let given: ApiAnswer;
  try {
    const body = routes[route]({ turn, params: params as never, path, origin });
    given = { status: 200, headers: {}, body: expanded(turn, body, expand) };
  } catch (thrown) {
    given = asAnswer(thrown);
    if (!(isRefusal(thrown) && thrown.keeps)) turn = begin();
  }
  if (once) turn.put("answer", { id: once.id, asked: once.asked, status: given.status, body: given.body });
  turn.keep();
  return given;
}

function read({ method, url, body }: ApiRequest) {
  const [pathname, query = ""] = url.split("?");
  const found = match(method, pathname);
  if (!found)
    throw refused(404, {
      type: "invalid_request_error",
      message: `Unrecognized request URL (${method}: ${pathname}).`,
    });
  const given = parse(method === "GET" ? query : body, { depth: 20, arrayLimit: 100 });
  const params = readParams(found.route, given as Record<string, unknown>) as { expand?: string[] };
  return { ...found, params, expand: params.expand ?? [] };
}

const patterns = (Object.keys(routes) as RequestRoute[]).map((route) => {
  const [method, pattern] = route.split(" ");
  return { route, method, expression: new RegExp(`^${pattern.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`) };
});

function match(method: string, pathname: string) {
  for (const { route, method: wanted, expression } of patterns) {
    const found = wanted === method ? expression.exec(pathname) : null;
    if (found) return { route, path: { ...found.groups } as Record<string, string> };
  }
  return null;
}

function asAnswer(thrown: unknown): ApiAnswer {
  if (!isRefusal(thrown)) throw thrown;
  return { status: thrown.status, headers: {}, body: bodyOf(thrown) };
}

const bodyOf = ({ error }: Refusal) => ({
  error: { ...error, request_log_url: `https://dashboard.stripe.com/test/logs/${newId("req")}` },
});
