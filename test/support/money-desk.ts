import { newId } from "#app/domain/ids.ts";
import { decideAct } from "#app/use-cases/exceptions/decide-act.server.ts";
import { proposeAct } from "#app/use-cases/exceptions/propose-act.server.ts";
import { readDesk } from "#app/use-cases/exceptions/read-desk.server.ts";
import { readMoney } from "#app/use-cases/ledger/read-money.server.ts";
import { aPaymentWorld } from "./payments.ts";
import { aCreditor, aLawyer, anAdmin, type Person, passTime, theAdmin, value, type World } from "./world.ts";

/** A test card that pays at once into the pending balance, and one that pays and is then disputed. */
export const card = "4000000000000077";
export const disputedCard = "4000000000000259";

type Proposal = {
  caseId: string;
  key: string;
  act: "refund" | "answer_dispute" | "concede_dispute" | "reversal";
  amount?: string;
  actId?: string;
};

/** A lawyer paid on an account of its own, a creditor, and the two admins of the desk. */
export async function aMoneyDesk(world: World) {
  const at = await aPaymentWorld(world);
  const [lawyer, creditor] = [await aLawyer(world), await aCreditor(world)];
  const account = await at.payee(lawyer);
  await at.deliverAll(account);
  const admins: [Person, Person] = [await theAdmin(world), await anAdmin(world)];

  const money = async (caseId: string) => {
    const view = await readMoney(world.ctx(creditor.actor), caseId, null);
    if (!view) throw new Error("not there");
    return view;
  };
  const figures = async (caseId: string) => (await money(caseId)).figures;
  /** A debtor's payment on a case, as it is asked for and made. */
  const aPayment = async (caseId: string, amount: bigint, number = card, currency = "USD") => {
    const id = await at.asked({ caseId, orgId: lawyer.orgId, amount, currency });
    await at.work();
    await at.pay(id, number);
    await at.deliverAll(account);
    return id;
  };
  const desk = async () => {
    const found = await readDesk(world.ctx(admins[0].actor));
    if (!found) throw new Error("no desk");
    return found;
  };
  const openOn = async (caseId: string) =>
    (await desk()).exceptions
      .filter((each) => each.caseId === caseId)
      .map(({ kind, amount, key }) => ({ kind, amount, key }));
  const proposes = (person: Person, given: Proposal) => {
    const reason = "Asked for by the payer.";
    return proposeAct(world.ctx(person.actor), { actId: newId(world.now), reason, ...given });
  };
  const decides = (
    person: Person,
    caseId: string,
    actId: string,
    verdict: "approved" | "refused" = "approved",
  ) => decideAct(world.ctx(person.actor), { caseId, actId, verdict });
  /** Proposed by one admin and approved by the other; the provider does it and tells. */
  const done = async (given: Proposal) => {
    const actId = newId(world.now);
    value(await proposes(admins[0], { ...given, actId }));
    value(await decides(admins[1], given.caseId, actId));
    await at.work();
    await at.deliverAll(account);
  };
  /** Everything on the account goes to its bank, as it does after some days. */
  const payOut = async () => {
    await passTime(world, { days: 3 });
    const paid = await at.local.happen<{ id: string }[]>("pay-out", { account });
    for (const { id } of paid)
      await at.local.happen("payout-answered", { account, payout: id, arrived: true });
    await at.deliverAll(account);
  };
  return {
    at,
    lawyer,
    creditor,
    account,
    admins,
    money,
    figures,
    aPayment,
    desk,
    openOn,
    proposes,
    decides,
    done,
    payOut,
  };
}
