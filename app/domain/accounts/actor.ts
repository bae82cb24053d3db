/**
 * Who acts. Built once per request from the session, never from what the client says about itself.
 * A `guest` is signed in and belongs to no organisation (yet, or any more).
 * A `debtor` has no account: the door let them in to one case.
 */
export const roles = [
  "anonymous",
  "creditor",
  "lawyer",
  "law_firm",
  "agency",
  "admin",
  "guest",
  "debtor",
  "system",
] as const;
export type Role = (typeof roles)[number];
export type MemberRole = "owner" | "manager" | "member";

export type Actor = {
  role: Role;
  /** Null for `anonymous` and `system`. */
  userId: string | null;
  orgId: string | null;
  member: MemberRole | null;
  /** Admins act only after a second factor in this session. */
  secondFactor: boolean;
  /** The one case a debtor's visit is about. */
  caseId?: string;
};

export const anonymous: Actor = {
  role: "anonymous",
  userId: null,
  orgId: null,
  member: null,
  secondFactor: false,
};
export const system: Actor = { role: "system", userId: null, orgId: null, member: null, secondFactor: false };

/** Whoever the door let in to this case. */
export const debtorOn = (caseId: string): Actor => ({ ...anonymous, role: "debtor", caseId });

export const collectorRoles = ["lawyer", "law_firm", "agency"] as const satisfies readonly Role[];
export const isCollector = (role: Role) => collectorRoles.some((each) => each === role);
