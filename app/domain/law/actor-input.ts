import type { Known } from "#app/domain/law/facts.ts";

export const actorKinds = [
  "creditor_self",
  "creditor_employee",
  "lawyer",
  "law_firm",
  "agency",
  "agency_licensed",
  "agency_employee",
  "mediator",
  "court",
  "enforcement_officer",
] as const;
export type ActorKind = (typeof actorKinds)[number];

export type Credential = {
  type: string;
  number?: Known<string>;
  /** `US-CA`, `CA` or `CN`. */
  territory?: Known<string>;
  status?: Known<"active" | "revoked">;
  verifiedAt?: Known<string>;
  /** `never` for a standing that has no term. Half-open: at this instant it is over. */
  expiresAt?: Known<string>;
};

/** Who acts, with the credentials as they were verified; null where they are not known. */
export type ActorInput = {
  id?: string;
  kind?: Known<ActorKind>;
  credentials?: Credential[] | null;
  /** Permission of the Financial Conduct Authority to collect debts (GB-COV-03). */
  fcaDebtCollecting?: Known<boolean>;
  /** The authorised person who keeps responsibility, direction and control (GB-ACTOR-02). */
  responsibleAuthorisedPersonId?: Known<string>;
};

/** Half-open: at its own instant a term is over; one that is not known is. */
const isPast = (expiresAt: string | null | undefined, now: Date) => !expiresAt || new Date(expiresAt) <= now;

/**
 * The actor as the law asks for it: what its credentials permit follows from them alone, at this moment. Where they are not
 * known, neither is the permission.
 */
export function actorOf(
  { id, kind, credentials }: Required<Pick<ActorInput, "kind" | "credentials">> & Pick<ActorInput, "id">,
  now: Date,
): ActorInput {
  const permitted = credentials?.some(
    ({ type, status, expiresAt }) =>
      type === "fca_permission" && status === "active" && (expiresAt === "never" || !isPast(expiresAt, now)),
  );
  const isAsked = permitted !== undefined && (kind === "agency" || permitted);
  return { id, kind, credentials, ...(isAsked && { fcaDebtCollecting: permitted }) };
}
