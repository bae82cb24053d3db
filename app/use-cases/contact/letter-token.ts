import type { Ctx } from "#app/use-cases/ctx.ts";
import { signedIds, signIds } from "#app/use-cases/signed-ids.server.ts";

const purpose = "stop-mail";

type Named = { caseId: string; id: string };

/** Where a debtor ends the e-mails of a case; open as long as the case is. */
export const stopUrl = ({ secrets, publicUrl }: Pick<Ctx, "secrets" | "publicUrl">, { caseId, id }: Named) =>
  `${publicUrl}/stop/${signIds(secrets, purpose, caseId, id)}`;

/** Which message a link came with; null for one that we did not sign. */
export function messageBehind({ secrets }: Pick<Ctx, "secrets">, token: string): Named | null {
  const [caseId, id, ...rest] = signedIds(secrets, purpose, token) ?? [];
  return caseId && id && rest.length === 0 ? { caseId, id } : null;
}
