import { expect, test } from "vitest";
import { may, mayTry, type Operation, operations, relations } from "#app/domain/accounts/access.ts";
import { type Actor, type MemberRole, type Role, roles } from "#app/domain/accounts/actor.ts";

const names = Object.keys(operations) as Operation[];
const members: (MemberRole | null)[] = [null, "member", "manager", "owner"];

/** The table's row, without the literal types that make each row its own shape. */
const ruleOf = (
  operation: Operation,
): { roles: readonly Role[]; relations: readonly string[]; member?: MemberRole } => operations[operation];

const actor = (role: Role, member: MemberRole | null = "owner", secondFactor = true): Actor => ({
  role,
  userId: role === "anonymous" || role === "system" ? null : "u",
  orgId: role === "guest" || role === "anonymous" || role === "system" ? null : "o",
  member,
  secondFactor,
});

/** Every role, relation, membership and operation there is. */
const cells = names.flatMap((operation) =>
  roles.flatMap((role) =>
    relations.flatMap((relation) => members.map((member) => ({ operation, role, relation, member }))),
  ),
);

test("nobody may do what the table does not list for their role and relation, and everybody may do what it does", () => {
  const wrong = cells.filter(({ operation, role, relation, member }) => {
    const rule = ruleOf(operation);
    const enough =
      !rule.member || (member !== null && members.indexOf(member) >= members.indexOf(rule.member));
    const listed = rule.roles.includes(role) && rule.relations.includes(relation) && enough;
    return may(actor(role, member), operation, relation) !== listed;
  });
  expect(wrong).toEqual([]);
});

test("a stranger to a thing may do nothing with it, whoever they are", () => {
  const open = cells.filter(
    ({ operation, role, relation, member }) =>
      relation === "stranger" && may(actor(role, member), operation, relation),
  );
  expect(open).toEqual([]);
});

test("an admin without a second factor reaches public pages and the way to set one up, nothing else", () => {
  const open = names.filter((operation) => mayTry(actor("admin", "owner", false), operation));
  expect(open.sort()).toEqual(["account.own", "account.signIn", "account.signOut", "page.public"]);
});

test("the signed-out and people without an organisation reach no case, round, licence or queue", () => {
  for (const role of ["anonymous", "guest"] as const) {
    const open = names.filter((operation) => mayTry(actor(role, null), operation));
    expect(open.filter((operation) => !/^(page|account)\./.test(operation))).toEqual([]);
  }
});

test("the system does its own recurring work and nothing else, and nobody else does it", () => {
  const own = [
    "document.keep",
    "lot.post",
    "market.tell",
    "contact.send",
    "erasure.keep",
    "paper.keep",
    "books.keep",
    "provider.work",
    "bundle.export",
    "timer.fire",
  ];
  expect(names.filter((operation) => mayTry(actor("system", null), operation))).toEqual(own);
  for (const role of roles.filter((each) => each !== "system"))
    expect(
      names.filter((operation) => own.includes(operation) && mayTry(actor(role, "owner"), operation)),
    ).toEqual([]);
});
