import type { Actor, MemberRole, Role } from "./actor.ts";

/**
 * How the actor's organisation stands to the thing it asks for. `none`: the operation has no subject yet.
 * `creditor`: it posted the case. `debtor`: owes, or is said to. `collector`: it is engaged or awarded. `bidder`: licensed for the case and
 * its round open to it. `stranger`: none of these.
 */
export const relations = ["none", "creditor", "collector", "debtor", "bidder", "member", "stranger"] as const;
export type Relation = (typeof relations)[number];

type Rule = {
  roles: readonly Role[];
  /** Relations from which the operation is open; admins and the system stand outside cases, so theirs is listed too. */
  relations: readonly Relation[];
  /** Least membership inside the organisation; absent means any member. */
  member?: MemberRole;
};

const everyone = ["anonymous", "guest", "creditor", "lawyer", "law_firm", "agency", "admin"] as const;
const signedIn = ["creditor", "lawyer", "law_firm", "agency", "admin"] as const;
const customers = ["creditor", "lawyer", "law_firm", "agency"] as const;
const collectors = ["lawyer", "law_firm", "agency"] as const;

/** The one table: it generates the checks, and the matrix test that tries every cell of it. Absent means denied. */
export const operations = {
  "page.public": { roles: everyone, relations: ["none"] },
  "account.signUp": { roles: ["anonymous"], relations: ["none"] },
  "account.signIn": { roles: everyone, relations: ["none"] },
  "account.signOut": { roles: everyone, relations: ["none"] },
  "account.own": { roles: [...signedIn, "guest"], relations: ["none"] },
  "account.home": { roles: [...signedIn, "guest"], relations: ["none"] },
  "org.read": { roles: signedIn, relations: ["member"] },
  "org.invite": { roles: signedIn, relations: ["member"], member: "manager" },
  "org.manage": { roles: signedIn, relations: ["member"], member: "owner" },
  "licence.own": { roles: collectors, relations: ["member"] },
  "licence.submit": { roles: collectors, relations: ["member"], member: "manager" },
  "licence.review": { roles: ["admin"], relations: ["none"] },
  "case.post": { roles: ["creditor"], relations: ["none"] },
  "case.list": { roles: ["creditor", ...collectors], relations: ["none"] },
  "case.read": { roles: [...customers, "admin"], relations: ["creditor", "collector", "none"] },
  "case.edit": { roles: ["creditor"], relations: ["creditor"] },
  "case.withdraw": { roles: ["creditor"], relations: ["creditor"] },
  "case.review": { roles: ["admin"], relations: ["none"] },
  "debtor.show": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "case.close": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "evidence.add": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "evidence.read": { roles: [...customers, "admin"], relations: ["creditor", "collector", "none"] },
  "document.keep": { roles: ["system"], relations: ["none"] },
  "portfolio.read": { roles: ["creditor", "admin"], relations: ["creditor", "none"] },
  "portfolio.edit": { roles: ["creditor"], relations: ["creditor"] },
  "portfolio.review": { roles: ["admin"], relations: ["none"] },
  "lot.read": { roles: ["creditor", ...collectors], relations: ["creditor", "collector", "bidder"] },
  "lot.post": { roles: ["system"], relations: ["none"] },
  "portfolio.import": { roles: ["creditor"], relations: ["none"] },
  "round.open": { roles: ["creditor"], relations: ["creditor"] },
  "round.browse": { roles: collectors, relations: ["none"] },
  "practice.read": { roles: collectors, relations: ["member"] },
  "practice.keep": { roles: collectors, relations: ["member"], member: "manager" },
  "search.save": { roles: collectors, relations: ["none"] },
  "market.review": { roles: ["admin"], relations: ["none"] },
  "market.tell": { roles: ["system"], relations: ["none"] },
  "round.read": { roles: collectors, relations: ["bidder"] },
  "bid.place": { roles: collectors, relations: ["bidder"] },
  "question.ask": { roles: collectors, relations: ["bidder"] },
  "question.answer": { roles: ["creditor"], relations: ["creditor"] },
  "price.own": { roles: collectors, relations: ["member"] },
  "price.publish": { roles: collectors, relations: ["member"], member: "manager" },
  "bid.compare": { roles: ["creditor"], relations: ["creditor"] },
  "award.make": { roles: ["creditor"], relations: ["creditor"], member: "manager" },
  "engagement.read": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "engagement.sign": {
    roles: ["creditor", ...collectors],
    relations: ["creditor", "collector"],
    member: "manager",
  },
  "mandate.end": { roles: ["creditor"], relations: ["creditor"], member: "manager" },
  "mandate.past": { roles: customers, relations: ["member"] },
  "step.record": { roles: collectors, relations: ["collector"] },
  "contact.write": { roles: collectors, relations: ["collector"] },
  "contact.read": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "contact.send": { roles: ["system"], relations: ["none"] },
  "letter.print": { roles: collectors, relations: ["member"] },
  /** What a debtor sees and says by the door: always open (DESIGN 3.9). */
  "door.read": { roles: ["debtor"], relations: ["debtor"] },
  "door.say": { roles: ["debtor"], relations: ["debtor"] },
  /** Everything kept about a debtor, on a request that names its reason. */
  "subject.export": { roles: ["admin"], relations: ["none"] },
  "conduct.review": { roles: ["admin"], relations: ["none"] },
  "erasure.decide": { roles: ["admin"], relations: ["none"] },
  "erasure.keep": { roles: ["system"], relations: ["none"] },
  "reply.place": { roles: ["admin"], relations: ["none"] },
  "text.review": { roles: ["admin"], relations: ["none"] },
  "fact.record": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "message.read": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "message.post": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "message.redact": { roles: ["admin"], relations: ["none"] },
  "money.read": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "money.report": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "money.answer": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "payment.ask": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "payment.withdraw": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "advance.ask": { roles: collectors, relations: ["collector"] },
  "plan.keep": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "payment.owe": { roles: ["creditor"], relations: ["creditor"] },
  "payment.account": { roles: customers, relations: ["member"] },
  "payment.setUp": { roles: customers, relations: ["member"], member: "manager" },
  "billing.keep": { roles: [...customers, "admin"], relations: ["member"], member: "manager" },
  "invoice.issue": { roles: collectors, relations: ["collector"] },
  /** Of a mandate that has ended, whoever held it is a member. */
  "invoice.past": { roles: collectors, relations: ["member"] },
  "balance.issue": { roles: collectors, relations: ["collector"] },
  /** Of a paper, whoever it is from or to is a member. */
  "paper.read": { roles: [...customers, "admin"], relations: ["member"] },
  "paper.cancel": { roles: [...collectors, "admin"], relations: ["member"] },
  "paper.review": { roles: ["admin"], relations: ["none"] },
  "paper.keep": { roles: ["system"], relations: ["none"] },
  "provider.mend": { roles: ["admin"], relations: ["none"] },
  "exception.read": { roles: ["admin"], relations: ["none"] },
  "exception.propose": { roles: ["admin"], relations: ["none"] },
  "exception.decide": { roles: ["admin"], relations: ["none"] },
  "books.read": { roles: ["admin"], relations: ["none"] },
  "books.compare": { roles: ["admin"], relations: ["none"] },
  "month.read": { roles: ["admin"], relations: ["none"] },
  "month.propose": { roles: ["admin"], relations: ["none"] },
  "month.decide": { roles: ["admin"], relations: ["none"] },
  "books.keep": { roles: ["system"], relations: ["none"] },
  "provider.work": { roles: ["system"], relations: ["none"] },
  "clock.move": { roles: ["admin"], relations: ["none"] },
  "audit.read": { roles: ["admin"], relations: ["none"] },
  "law.read": { roles: ["admin"], relations: ["none"] },
  "law.propose": { roles: ["admin"], relations: ["none"] },
  "law.decide": { roles: ["admin"], relations: ["none"] },
  /** The evidence bundle of a case, for those whose case it is. */
  "bundle.take": { roles: ["creditor", ...collectors], relations: ["creditor", "collector"] },
  "bundle.export": { roles: ["system"], relations: ["none"] },
  "timer.fire": { roles: ["system"], relations: ["none"] },
} as const satisfies Record<string, Rule>;

export type Operation = keyof typeof operations;

const rank: Record<MemberRole, number> = { member: 0, manager: 1, owner: 2 };

/** Whether this actor, standing so to the subject, may do this. An admin without a second factor may do nothing. */
export function may(actor: Actor, operation: Operation, relation: Relation): boolean {
  const rule: Rule = operations[operation];
  if (!mayTry(actor, operation)) return false;
  return rule.relations.includes(relation);
}

/** The part of the rule that needs no subject: what a route can refuse before it reads anything. */
export function mayTry(actor: Actor, operation: Operation): boolean {
  const rule: Rule = operations[operation];
  if (!rule.roles.includes(actor.role)) return false;
  if (actor.role === "admin" && !actor.secondFactor && !openToUnprovenAdmin.has(operation)) return false;
  return !rule.member || (actor.member !== null && rank[actor.member] >= rank[rule.member]);
}

/** The person behind an actor who may do this; null means refused. */
export function personIn(
  actor: Actor,
  operation: Operation,
): { userId: string; orgId: string | null } | null {
  const { userId, orgId } = actor;
  return userId && may(actor, operation, "none") ? { userId, orgId } : null;
}

/** The member behind an actor who may do this inside their own organisation; null means refused. */
export function memberIn(actor: Actor, operation: Operation): { userId: string; orgId: string } | null {
  const { userId, orgId } = actor;
  return userId && orgId && may(actor, operation, "member") ? { userId, orgId } : null;
}

/** An admin must be able to reach the page where the second factor is set up. */
const openToUnprovenAdmin = new Set<Operation>([
  "page.public",
  "account.signIn",
  "account.signOut",
  "account.own",
]);
