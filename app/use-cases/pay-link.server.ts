import type { Secrets } from "#app/gateways/secrets.server.ts";
import { sameSecret } from "#app/gateways/secrets.server.ts";

type PaymentKey = { caseId: string; id: string };

const bytesOf = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex");
const idFrom = (bytes: Buffer) =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
const proofOf = (secrets: Secrets, { caseId, id }: PaymentKey) =>
  secrets.mac("payment-link", `${caseId}/${id}`).slice(0, 32);

/** The address a payer is given. It names the payment and proves that we gave it; whoever has it may see and pay, as with a paper bill. */
export function payPath(secrets: Secrets, key: PaymentKey): string {
  const proof = Buffer.from(proofOf(secrets, key), "hex");
  return `/pay/${Buffer.concat([bytesOf(key.caseId), bytesOf(key.id), proof]).toString("base64url")}`;
}

/** The payment that a link names; null for one that we never gave. */
export function paymentIn(secrets: Secrets, token: string): PaymentKey | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length !== 48) return null;
  const key = { caseId: idFrom(bytes.subarray(0, 16)), id: idFrom(bytes.subarray(16, 32)) };
  return sameSecret(bytes.subarray(32).toString("hex"), proofOf(secrets, key)) ? key : null;
}
