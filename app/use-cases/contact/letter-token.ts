import { isId } from "#app/domain/ids.ts";
import { sameSecret } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";

const purpose = "stop-mail";

type Named = { caseId: string; id: string };

/** Where a debtor ends the e-mails of a case: signed by us, good for nothing else, and open as long as the case is. */
export const stopUrl = ({ secrets, publicUrl }: Pick<Ctx, "secrets" | "publicUrl">, { caseId, id }: Named) =>
  `${publicUrl}/stop/${caseId}.${id}.${secrets.mac(purpose, `${caseId}.${id}`)}`;

/** Which message a link came with; null for one that we did not sign. */
export function messageBehind({ secrets }: Pick<Ctx, "secrets">, token: string): Named | null {
  const [caseId, id, mac, ...rest] = token.split(".");
  if (rest.length > 0 || !isId(caseId ?? "") || !isId(id ?? "") || mac?.length !== 64) return null;
  return sameSecret(mac, secrets.mac(purpose, `${caseId}.${id}`)) ? { caseId, id } : null;
}
