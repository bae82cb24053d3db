import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { sessionCookieName } from "#app/http/cookies.ts";
import type { Person, World } from "./world.ts";

type Asked = {
  /** Signed out when absent. */
  by?: Pick<Person, "token"> | null;
  path: string;
  params?: Record<string, string>;
  /** Posts a form; lists are sent as `name[]`. Pairs are sent as they stand, a field twice if need be. */
  form?: Record<string, string | string[] | File> | [string, string | File][];
  /** The network address it comes from. */
  address?: string;
  /** Other services than the world's, for example production mode. */
  services?: Partial<World["services"]>;
};

/** What the server hands a loader or an action: a real request, with the cookie of a real session. */
export function asked(world: World, given: Asked): LoaderFunctionArgs {
  const { by, path, params = {}, form, address = "127.0.0.1" } = given;
  const services = { ...world.services, ...given.services };
  const headers = new Headers();
  if (by) headers.set("cookie", `${sessionCookieName(services.publicUrl)}=${by.token}`);
  const request = new Request(new URL(path, services.publicUrl), {
    method: form ? "post" : "get",
    headers,
    body: form ? bodyOf(form) : undefined,
  });
  const context: AppLoadContext = { services, nonce: "test", address };
  return { request, params, context };
}

function bodyOf(form: NonNullable<Asked["form"]>): FormData {
  const body = new FormData();
  const pairs: [string, string | string[] | File][] = Array.isArray(form) ? form : Object.entries(form);
  for (const [name, value] of pairs) {
    if (!Array.isArray(value)) body.append(name, value);
    else for (const each of value) body.append(`${name}[]`, each);
  }
  return body;
}

type Answer = { status: number; headers: Headers; body: unknown; response: Response | null };

/** What a route answered, returned or thrown: a response, or data with its status. */
export async function answerOf(work: Promise<unknown>): Promise<Answer> {
  const given = await work.catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (given instanceof Response) {
    return { status: given.status, headers: given.headers, body: null, response: given };
  }
  const wrapped = isWrapped(given) ? given : { data: given, init: null };
  const { status = 200, headers } = wrapped.init ?? {};
  return { status, headers: new Headers(headers), body: wrapped.data, response: null };
}

/** What Remix's `data()` makes. */
const isWrapped = (given: unknown): given is { data: unknown; init: ResponseInit | null } =>
  typeof given === "object" && given !== null && "type" in given && given.type === "DataWithResponseInit";

/** The status of what a route answered, returned or thrown; data without one is a 200. */
export const statusOf = async (answer: Promise<unknown>): Promise<number> => (await answerOf(answer)).status;
