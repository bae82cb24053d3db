import { newId } from "#app/domain/ids.ts";
import { exceptionKey } from "#app/domain/payments/exceptions.ts";
import { payPath } from "#app/use-cases/pay-link.server.ts";
import { exceptionBy } from "#db/queries/money-exceptions.ts";
import type { Person } from "#test/support/world.ts";
import { type Cast, rest, type Scene } from "./scene.ts";

/** What people did and were told, as they themselves would say. */
export type Tally = {
  /** Payments whose request was answered as done. */
  asked: string[];
  /** Payments whose payer was told by the provider that it is paid. */
  paid: string[];
  /** Parts of plans that were taken from a saved method. */
  debits: string[];
  /** Refunds that the desk was told are approved. */
  refunds: number;
  /** Requests that broke off under way, and those that found nobody there. */
  brokeOff: number;
  nobodyThere: number;
  /** Answers nobody should get. */
  wrong: string[];
};

export const noTally = (): Tally => ({
  asked: [],
  paid: [],
  debits: [],
  refunds: 0,
  brokeOff: 0,
  nobodyThere: 0,
  wrong: [],
});

const pick = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)];
const cards = {
  pays: ["4000000000000077", "4242424242424242", "5555555555554444"],
  disputed: "4000000000000259",
  declines: "4000000000009995",
  proves: "4000002760003184",
};

export type Load = { scene: Scene; cast: Cast; tally: Tally; going: () => boolean };

/** Asks until there is an answer, as a person does who presses the button again. */
async function persist({ scene, tally }: Load, path: string, init: RequestInit): Promise<Response> {
  for (;;) {
    try {
      const answer = await fetch(scene.publicUrl + path, { redirect: "manual", ...init });
      const body = await answer.text();
      return new Response(body, { status: answer.status, headers: answer.headers });
    } catch (error) {
      const refused = String((error as { cause?: unknown }).cause ?? error).includes("ECONNREFUSED");
      if (refused) tally.nobodyThere += 1;
      else tally.brokeOff += 1;
      await rest(50);
    }
  }
}

const submit = (load: Load, person: Person, path: string, form: Record<string, string>) =>
  persist(load, path, {
    method: "POST",
    headers: { cookie: `rung_session=${person.token}`, origin: load.scene.publicUrl },
    body: new URLSearchParams(form),
  });

/** False where the answer is not the one a form that did its work gives. */
function isDone({ tally }: Load, what: string, { status }: Response): boolean {
  if (status === 302 || status === 303) return true;
  tally.wrong.push(`${what} was answered ${status}`);
  return false;
}

/** The payer's way from our page to the provider's, and what they do there. */
async function payAt(load: Load, paymentId: string, path: string, number: string): Promise<void> {
  const shown = await providersPage(load, path);
  if (!shown) return;
  const pays = (card: string) =>
    fetch(shown, {
      method: "POST",
      body: new URLSearchParams({ number: card, name: "D. Debtor" }),
      redirect: "manual",
    });
  let answer = await pays(number);
  if (answer.status === 402) answer = await pays(cards.pays[0]);
  const next = answer.headers.get("location") ?? "";
  if (next.includes("/3ds/"))
    answer = await fetch(next, {
      method: "POST",
      body: new URLSearchParams({ proven: "yes" }),
      redirect: "manual",
    });
  if (answer.status === 303) load.tally.paid.push(paymentId);
  else load.tally.wrong.push(`the provider answered a payer ${answer.status}: ${await wordsOf(answer)}`);
}

/** What a page says, without its markup. */
const wordsOf = async (page: Response) =>
  (await page.text())
    .replace(/<style.*?<\/style>|<[^>]+>/gs, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Looks at the payer's page until it leads on; null where the load ends before that. */
async function providersPage(load: Load, path: string): Promise<string | null> {
  while (load.going()) {
    const page = await persist(load, path, {});
    if (page.status !== 200) load.tally.wrong.push(`a payer's page was answered ${page.status}`);
    const link = /href="(http[^"]+\/local-stripe\/checkout\/[^"]+)"/.exec(await page.text())?.[1];
    if (link) return link.replaceAll("&amp;", "&");
    await rest(150);
  }
  return null;
}

/** Debtors who are asked for money and pay it, on either payee's account. */
export async function debtors(load: Load): Promise<void> {
  const { cast, scene, tally } = load;
  const { secrets } = scene.world.services;
  for (let nth = 0; load.going(); nth++) {
    const caseId = pick(cast.caseIds);
    const paymentId = newId(new Date());
    const [person, payee] = Math.random() < 0.7 ? [cast.lawyer, "collector"] : [cast.creditor, "creditor"];
    const amount = `${5 + Math.floor(Math.random() * 60)}.${10 + Math.floor(Math.random() * 89)}`;
    const asked = await submit(load, person, `/cases/${caseId}/money/ask`, { paymentId, amount, payee });
    if (!isDone(load, "asking a debtor", asked)) continue;
    tally.asked.push(paymentId);
    const by = nth % 10;
    const card =
      by === 3 ? cards.disputed : by === 5 ? cards.declines : by === 7 ? cards.proves : pick(cards.pays);
    await payAt(load, paymentId, payPath(secrets, { caseId, id: paymentId }), card);
  }
}

/** The creditor pays fees and charges as they fall due. */
export async function fees(load: Load): Promise<void> {
  const { cast, scene, tally } = load;
  const { secrets } = scene.world.services;
  for (let nth = 0; load.going(); nth++) {
    const caseId = cast.caseIds[nth % cast.caseIds.length];
    const purpose = nth % 3 === 2 ? "platform_charge" : "collector_fee";
    const paymentId = newId(new Date());
    const path = `/cases/${caseId}/money/pay`;
    const asked = await submit(load, cast.creditor, path, { paymentId, purpose });
    const nothingOwed = asked.status === 409;
    const own = payPath(secrets, { caseId, id: paymentId });
    if (!nothingOwed && isDone(load, "paying what is owed", asked) && asked.headers.get("location") === own) {
      tally.asked.push(paymentId);
      await payAt(load, paymentId, own, pick(cards.pays));
    }
    await rest(200);
  }
}

/** Payments on a case that rests, each paid back by two admins. */
export async function desk(load: Load): Promise<void> {
  const { cast, scene, tally } = load;
  const { caseId, paymentIds, paths } = cast.frozen;
  for (const [nth, id] of paymentIds.entries()) {
    if (!load.going()) return;
    await payAt(load, id, paths[nth], cards.pays[0]);
    const key = exceptionKey("case_frozen", id);
    while (load.going() && !(await exceptionBy(scene.world.db, { caseId, key }))) await rest(150);
    if (!load.going()) return;
    const actId = newId(new Date());
    const proposal = { caseId, key, actId, act: "refund", amount: "20.00", reason: "Collection rests." };
    const proposed = await submit(load, cast.admins[0], "/admin/exceptions/propose", proposal);
    if (!isDone(load, "proposing a refund", proposed)) continue;
    const decision = { caseId, actId, verdict: "approved" };
    const decided = await submit(load, cast.admins[1], "/admin/exceptions/decide", decision);
    // Approved by a request whose answer broke off, it is found decided when the button is pressed again.
    if (decided.status === 409 || isDone(load, "approving a refund", decided)) tally.refunds += 1;
  }
}

/** What happens at the provider without the product: refunds by the payee, disputes that end, payouts. */
export async function network({ scene, cast, tally, going }: Load): Promise<void> {
  for (let nth = 0; going(); nth++) {
    const stripeAccount = [...cast.accounts.values()][nth % cast.accounts.size];
    const on = { stripeAccount };
    const open = (await scene.stripe.disputes.list({ limit: 100 }, on)).data.find(
      ({ status }) => status === "needs_response",
    );
    if (open)
      await scene.happen("dispute-decided", { account: stripeAccount, dispute: open.id, won: nth % 2 === 0 });
    const charge = (await scene.stripe.charges.list({ limit: 20 }, on)).data.find(
      (each) => each.captured && !each.disputed && each.amount_refunded === 0 && each.amount > 500,
    );
    if (charge && nth % 4 === 1)
      await scene.stripe.refunds
        .create({ charge: charge.id, amount: 100 }, on)
        .catch((error) => tally.wrong.push(`a payee's refund: ${error}`));
    if (nth % 12 === 7) {
      const paid = (await scene.happen("pay-out", { account: stripeAccount })) as { id: string }[];
      for (const { id } of paid)
        await scene.happen("payout-answered", {
          account: stripeAccount,
          payout: id,
          arrived: nth % 24 === 7,
        });
    }
    await rest(700);
  }
}
