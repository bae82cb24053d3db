import { isId } from "#app/domain/ids.ts";
import { type Secrets, sameSecret } from "#app/gateways/secrets.server.ts";

/** Ids as the last part of an address that one is given without an account: signed by us for one purpose and good for nothing else. */
export const signIds = (secrets: Secrets, purpose: string, ...ids: readonly string[]): string =>
  [...ids, secrets.mac(purpose, ids.join("."))].join(".");

/** The ids in such an address; null for one that we did not sign for this purpose. */
export function signedIds(secrets: Secrets, purpose: string, token: string): string[] | null {
  const ids = token.split(".");
  const mac = ids.pop();
  if (ids.length === 0 || !ids.every(isId) || mac?.length !== 64) return null;
  return sameSecret(mac, secrets.mac(purpose, ids.join("."))) ? ids : null;
}
