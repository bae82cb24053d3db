import { claimedBy, returnPath } from "#app/domain/contact/return-path.ts";
import { sameSecret } from "#app/gateways/secrets.server.ts";
import type { Ctx } from "#app/use-cases/ctx.ts";

const purpose = "return-path";

/** The envelope's sender of a message to a debtor; null where none is set up, and the product's own is used. */
export function returnPathOf({ secrets, mailServer }: Ctx, id: string): string | null {
  const base = mailServer?.returnTo;
  return base ? returnPath(base, { id, mark: secrets.mac(purpose, id) }) : null;
}

/** The message an address was made for: `not-ours` for one that is no return path, `forged` where the mark is not the message's. */
export function messageAt({ secrets, mailServer }: Ctx, address: string): string | "not-ours" | "forged" {
  const claimed = mailServer?.returnTo ? claimedBy(mailServer.returnTo, address) : null;
  if (!claimed) return "not-ours";
  const { id, mark } = claimed;
  const right = secrets.macs(purpose, id).some((whole) => sameSecret(mark, whole.slice(0, mark.length)));
  return right ? id : "forged";
}
