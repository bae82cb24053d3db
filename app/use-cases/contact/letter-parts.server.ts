import { inForce } from "#app/domain/cases/evidence.ts";
import type { Letterhead } from "#app/domain/contact/values.ts";
import { shownKinds } from "#app/domain/debtors/papers.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";
import { evidenceOf } from "#app/use-cases/evidence-of.server.ts";
import type { Reader } from "#db/client.ts";
import { userById } from "#db/queries/accounts.ts";
import type { CaseRow } from "#db/queries/cases.ts";
import { mandateOver } from "#db/queries/engagements.ts";
import { licenceById } from "#db/queries/licences.ts";
import { organizationsById } from "#db/queries/organizations.ts";
import { stopUrl } from "./letter-token.ts";

/** What the debtor can open inside the door, by its title, in its newest version. */
export async function papersAtDoor(reader: Reader, ctx: Ctx, caseId: string): Promise<string[]> {
  const evidence = await evidenceOf(reader, ctx, caseId);
  return inForce(evidence).flatMap(({ kind, title }) => (shownKinds.has(kind) ? [title] : []));
}

/** Who writes to whom, and for whom. */
export async function letterhead(
  reader: Reader,
  ctx: Ctx,
  kase: CaseRow,
  { id, debtor, doorUrl }: { id: string; debtor: Letterhead["debtor"]; doorUrl: string },
): Promise<Letterhead> {
  const { userId, orgId } = ctx.actor;
  const [names, person, licence] = await Promise.all([
    organizationsById(reader, [kase.creditorOrgId, orgId]),
    userId ? userById(reader, userId) : null,
    licenceOver(reader, kase.caseId),
  ]);
  const nameOf = (id: string | null) => (id && names.get(id)?.name) || "";
  return {
    creditor: nameOf(kase.creditorOrgId),
    collector: nameOf(orgId),
    licence: licence?.number ?? null,
    issuer: licence?.issuer ?? null,
    debtor: { name: debtor.name, address: debtor.address },
    replyTo: person?.email ?? "",
    stopUrl: stopUrl(ctx, { caseId: kase.caseId, id }),
    doorUrl,
  };
}

/** The licence that the mandate names, the case's own or its lot's. */
async function licenceOver(reader: Reader, caseId: string) {
  const mandate = await mandateOver(reader, caseId);
  return mandate?.licenceId ? licenceById(reader, mandate.licenceId) : null;
}
