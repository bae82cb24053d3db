import { eq } from "drizzle-orm";
import type { Personal } from "#app/domain/cases/personal.ts";
import { openSubjectKey } from "#app/gateways/subject-keys.server.ts";
import { sealFields } from "#app/use-cases/debtor.server.ts";
import { sealedDebtorOf } from "#db/queries/subjects.ts";
import { debtors } from "#db/schema/cases.ts";
import type { World } from "./world.ts";

/** Changes what is on file of a case's debtor, sealed as the product seals it; what is not named stays. */
export async function putOnFile(
  world: World,
  caseId: string,
  given: Partial<Record<keyof Personal, string | null>>,
) {
  const wrapped = (await sealedDebtorOf(world.db, caseId))?.key?.sealed;
  if (!wrapped) throw new Error("The case has no key");
  const key = openSubjectKey(world.services.secrets, caseId, wrapped);
  const nothing = { name: null, email: null, phone: null, address: null, description: null };
  const sealed = sealFields(key, caseId, { ...nothing, ...given });
  const named = Object.entries(sealed).filter(([field]) => field in given);
  await world.owner.update(debtors).set(Object.fromEntries(named)).where(eq(debtors.caseId, caseId));
}
