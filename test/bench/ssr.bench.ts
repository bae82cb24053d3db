import autocannon from "autocannon";
import { demoPassword } from "#db/seed.ts";
import { startProductServer } from "#test/support/product-server.ts";
import { startEmptyApp } from "./empty-app/start.ts";
import { inPairs } from "./measure.ts";
import type { Bench, Figure } from "./run.ts";

const connections = 8;
const seconds = 5;
const pairs = 3;

/** The engaged demo case's page, with its database and its ladder, beside an empty page of the same framework. */
export const bench: Bench = async () => {
  const product = await startProductServer("bench-ssr", { NODE_ENV: "production" });
  try {
    const empty = await startEmptyApp();
    try {
      return [await compare(product.url, empty.url)];
    } finally {
      await empty.stop();
    }
  } finally {
    await product.stop();
  }
};

async function compare(productUrl: string, emptyUrl: string): Promise<Figure> {
  const cookie = await signIn(productUrl);
  const casePage = productUrl + (await engagedCase(productUrl, cookie));
  const ours = () => requestsPerSecond(casePage, { cookie });
  const peer = () => requestsPerSecond(emptyUrl, {});
  await ours();
  await peer();
  return {
    bench: "ssr",
    ...(await inPairs(pairs, ours, peer)),
    unit: `requests/s of the case page, ${connections} connections`,
    peer: "an empty page of the same framework (Remix 2) and server, without a database",
    n: pairs,
  };
}

async function requestsPerSecond(url: string, headers: Record<string, string>): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, connections, duration: seconds, headers });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers other than 200, ${errors} errors`);
  return requests.average;
}

/** The cookie of a session opened through the sign-in form. */
async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ email: "creditor@demo.example", password: demoPassword }),
    redirect: "manual",
  });
  const cookies = answer.headers.getSetCookie().map((each) => each.split(";")[0]);
  if (answer.status !== 302 || cookies.length === 0) throw new Error(`signing in answered ${answer.status}`);
  return cookies.join("; ");
}

/** The path of the first engaged case on the list. */
async function engagedCase(url: string, cookie: string): Promise<string> {
  const list = await fetch(`${url}/cases?tab=engaged`, { headers: { cookie } });
  const path = /href="(\/cases\/[0-9a-f-]{36})"/.exec(await list.text())?.[1];
  if (!path) throw new Error(`no engaged case on the list (${list.status})`);
  return path;
}
