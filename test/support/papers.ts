import { eq } from "drizzle-orm";
import type { Particulars } from "#app/domain/papers/particulars.ts";
import { invoiceView, issueInvoice } from "#app/use-cases/papers/issue-invoice.server.ts";
import { keepParticulars } from "#app/use-cases/papers/keep-particulars.server.ts";
import { papers } from "#db/schema/papers.ts";
import { tellFact } from "./ladder.ts";
import { anEngagedCase } from "./market.ts";
import { type Person, value, type World } from "./world.ts";

export const american: Particulars = {
  name: "Example Law Office",
  address: "1 Example Street\nSacramento, CA 95814",
  country: "US",
  taxStatus: "none",
  taxNumber: null,
  ownRateBps: null,
};

/** What a person's organisation is called on its papers. */
export const bills = async (world: World, person: Person, changed: Partial<Particulars> = {}) =>
  value(await keepParticulars(world.ctx(person.actor), { ...american, ...changed }));

/** A debtor's payment that the creditor reports, so that a fee comes due. */
export const pays = async (world: World, creditor: Person, caseId: string, amount: string) =>
  value(await tellFact(world, creditor, { caseId, type: "payment", payee: "creditor", amount }));

/** A case whose collector may bill 150 dollars of fee, both sides' particulars known. */
export async function aFeeToBill(world: World, lawyer: Person, given: { creditor?: Person } = {}) {
  const engaged = await anEngagedCase(world, lawyer, given);
  await pays(world, engaged.creditor, engaged.caseId, "1,000.00");
  await bills(world, lawyer);
  await bills(world, engaged.creditor, { name: "Example Creditor Ltd" });
  return engaged;
}

/** Issues what the page shows. */
export async function issues(world: World, person: Person, caseId: string) {
  const view = await invoiceView(world.ctx(person.actor), caseId);
  return issueInvoice(world.ctx(person.actor), { caseId, amount: view?.amount ?? "0" });
}

export const papersOf = (world: World, issuerId: string) =>
  world.db.select().from(papers).where(eq(papers.issuerId, issuerId)).orderBy(papers.issuedAt, papers.nth);
