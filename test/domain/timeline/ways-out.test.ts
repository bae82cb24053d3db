import ts from "typescript";
import { expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Condition, Row } from "#app/domain/law/pack.ts";
import { packs } from "#app/domain/law/packs.ts";
import { stepTypes } from "#app/domain/law/types.ts";
import { addableFacts, recordKinds } from "#app/domain/timeline/record-forms.ts";
import {
  type Reader,
  wayFor,
  waysOut,
  wayToEnd,
  wayToFact,
  wayToUnblock,
} from "#app/domain/timeline/ways-out.ts";
import { nobodies, unblockWays } from "#app/domain/timeline/ways-table.ts";
import { en } from "#app/messages/en.ts";
import { ask } from "#test/domain/law/cases.ts";
import { cnWitnesses } from "#test/domain/law/cn-witnesses.ts";
import { usWitnesses } from "#test/domain/law/us-witnesses.ts";
import { sourceFiles, visit } from "#test/support/source-files.ts";

const rows = packs.flatMap((pack) => pack.rows);

/** The facts a condition asks for where it cannot be answered. */
function factsIn(condition: Condition): string[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  if ("any" in condition) return condition.any.flatMap(factsIn);
  if ("not" in condition) return factsIn(condition.not);
  if ("state" in condition) return ["debtor.residence.state"];
  if ("city" in condition) return ["debtor.residence.city"];
  return "fact" in condition ? [condition.fact] : [];
}

/** Everything a row can ask for, as its data says. */
function askedBy({ guard, when }: Row): string[] {
  const conditions = when ? factsIn(when) : [];
  switch (guard.kind) {
    case "wait":
    case "deadline":
      return [...conditions, guard.after.asks];
    case "need":
      return [...conditions, ...guard.all.flatMap(({ asks, that }) => [asks, ...factsIn(that)])];
    case "order":
      return [...conditions, guard.asks];
    case "credential":
      return [
        ...conditions,
        `actor.credentials[].${guard.types[0]}`,
        "actor.credentials[].verifiedAt",
        "debtor.residence.state",
      ];
    default:
      return conditions;
  }
}

/** What the named rules and the guards ask for by a text in their source: `asking("…")`, `requires: ["…"]`. */
function askedInSource(): string[] {
  const found: string[] = [];
  const texts = (node: ts.Node) => visit(node, (each) => ts.isStringLiteral(each) && found.push(each.text));
  for (const { tree } of sourceFiles(["app/domain/law/named", "app/domain/law/guards"])) {
    visit(tree, (node) => {
      if (ts.isCallExpression(node) && node.expression.getText() === "asking") node.arguments.forEach(texts);
      if (ts.isPropertyAssignment(node) && node.name.getText() === "requires") texts(node.initializer);
    });
  }
  return found;
}

const witnesses = [...Object.values(usWitnesses), ...Object.values(cnWitnesses)];
const findings = witnesses.flatMap((witness) => ask(witness).findings);

test("every fact that some rule asks for has a page on which it is brought, or a reason why nobody can", () => {
  const asked = new Set([
    ...rows.flatMap(askedBy),
    ...askedInSource(),
    ...findings.flatMap(({ requires }) => requires),
  ]);
  expect([...asked].filter((path) => wayToFact(path, "demand_payment") === null).sort()).toEqual([]);
  expect(asked.size).toBeGreaterThan(50);
});

test("everything that unblocks some rule has a page on which it is done, or a reason why nobody can", () => {
  const keys = new Set([
    ...rows.flatMap(({ unblock }) => unblock),
    ...findings.flatMap(({ unblockedBy }) => unblockedBy),
    "counsel_signature",
  ]);
  expect([...keys].filter((key) => wayToUnblock(key, "demand_payment") === null).sort()).toEqual([]);
  expect(keys.size).toBeGreaterThan(40);
});

test("a way leads to a page that takes it: a known step, a known record, a fact that can be added, a stated reason", () => {
  const ways = Object.keys(unblockWays).flatMap((key) => wayToUnblock(key, "call") ?? []);
  for (const way of ways) {
    if (way.to === "fact" && way.fact) expect(addableFacts).toHaveProperty([way.fact]);
    if (way.to === "record") expect(recordKinds).toContain(way.type);
    if ((way.to === "step" || way.to === "words") && way.type) expect(stepTypes).toContain(way.type);
    if (way.to === "nobody") expect(nobodies).toContain(way.why);
  }
  const words: readonly string[] = Object.keys(en);
  expect(nobodies.filter((why) => !words.includes(`ladder.nobody.${why}`))).toEqual([]);
});

test("a line's ways are each told once, and reasons why nobody can only where nobody can", () => {
  const demand = { requires: ["notices.demandDeliveredOn"], unblockedBy: ["send_demand", "wait"] };
  expect(waysOut(demand, "file_suit")).toEqual([{ to: "step", type: "demand_payment" }]);
  expect(waysOut({ requires: [], unblockedBy: ["wait"] }, "file_suit")).toEqual([
    { to: "nobody", why: "time" },
  ]);
  expect(waysOut({ requires: ["action.emailBasis"], unblockedBy: [] }, "email")).toEqual([
    { to: "step", type: "email" },
  ]);
  expect(waysOut({ requires: ["debtor.ageYears"], unblockedBy: ["add_fact"] }, "call")).toEqual([
    { to: "fact", fact: "debtor.ageYears" },
  ]);
});

const actor = (role: Actor["role"]): Actor => ({
  role,
  userId: "u",
  orgId: "o",
  member: "owner",
  secondFactor: true,
});
const creditor: Reader = { actor: actor("creditor"), relation: "creditor", status: "engaged" };
const lawyer: Reader = { actor: actor("lawyer"), relation: "collector", status: "engaged" };
const agency: Reader = { actor: actor("agency"), relation: "collector", status: "engaged" };
const admin: Reader = { actor: actor("admin"), relation: "none", status: "engaged" };

test("a way is its reader's own only where the access table lets them go it; the others are told who can", () => {
  const step = { to: "step", type: "call" } as const;
  expect(wayFor(step, lawyer)).toMatchObject({ mine: true });
  expect(wayFor(step, creditor)).toMatchObject({ mine: false, by: "collector" });
  expect(wayFor(step, admin)).toMatchObject({ mine: false });
  const fact = { to: "fact", fact: "debtor.ageYears" } as const;
  for (const reader of [creditor, lawyer]) expect(wayFor(fact, reader).mine).toBe(true);
  expect(wayFor(fact, admin)).toMatchObject({ mine: false, by: "party" });
  expect(wayFor({ to: "licences" }, lawyer).mine).toBe(true);
  expect(wayFor({ to: "licences" }, creditor)).toMatchObject({ mine: false, by: "collector" });
  for (const to of ["case_review", "licence_review", "law"] as const) {
    expect(wayFor({ to }, admin).mine).toBe(true);
    expect(wayFor({ to }, creditor)).toMatchObject({ mine: false, by: "admin" });
  }
});

test("a lawyer's statement is a lawyer's to make", () => {
  const statement = { to: "record", type: "limitation_statement" } as const;
  expect(wayFor(statement, lawyer)).toMatchObject({ mine: true, by: "lawyer" });
  expect(wayFor(statement, agency)).toMatchObject({ mine: false, by: "lawyer" });
  expect(wayFor(statement, creditor)).toMatchObject({ mine: false, by: "lawyer" });
});

test("no step is offered before the engagement, and nothing is edited after the award", () => {
  expect(wayFor({ to: "step", type: "call" }, { ...lawyer, status: "signing" }).mine).toBe(false);
  expect(wayFor({ to: "edit" }, { ...creditor, status: "tendering" }).mine).toBe(true);
  expect(wayFor({ to: "edit" }, { ...creditor, status: "returned" }).mine).toBe(true);
  expect(wayFor({ to: "edit" }, creditor)).toMatchObject({ to: "nobody", why: "posted", mine: false });
  expect(wayFor({ to: "bids" }, { ...creditor, status: "deciding" }).mine).toBe(true);
  expect(wayFor({ to: "bids" }, creditor)).toMatchObject({ to: "nobody", why: "other_collector" });
});

test("every pause leads to the record that ends it", () => {
  expect(wayToEnd("dispute")).toEqual({ to: "record", type: "verification_sent" });
  expect(wayToEnd("payment_plan")).toEqual({ to: "record", type: "plan_ended" });
  expect(wayToEnd("bankruptcy")).toEqual({ to: "record", type: "hold_ended" });
});
