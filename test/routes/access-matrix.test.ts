import { join } from "node:path";
import type { LoaderFunctionArgs } from "@remix-run/node";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { may, mayTry, type Operation, operations, type Relation } from "#app/domain/accounts/access.ts";
import { anonymous } from "#app/domain/accounts/actor.ts";
import { absent, absentParams } from "#test/support/absent.ts";
import { accessScene, type Subject, type Visitor } from "#test/support/access-scene.ts";
import { csvOf, rowsOf } from "#test/support/imports.ts";
import { projectRoot } from "#test/support/project.ts";
import { answerOf, asked } from "#test/support/routes.ts";
import { exportedFunction, type SourceFile, sourceFiles, visit } from "#test/support/source-files.ts";
import { aPdf, aWorld, licenceInput, type World } from "#test/support/world.ts";

const doors = ["loader", "action"] as const;
type Door = (typeof doors)[number];
type Handler = (args: LoaderFunctionArgs) => Promise<unknown>;
type Entry = { route: string; door: Door; operation: Operation; run: Handler };
type Form = Record<string, string | string[] | File>;

const sources = sourceFiles(["app"]);
const routeFiles = sources.filter(({ path }) => path.startsWith("app/routes/") || path === "app/root.tsx");
const isOperation = (text: string): text is Operation => Object.hasOwn(operations, text);

let world: World;
let scene: Awaited<ReturnType<typeof accessScene>>;
let entries: Entry[];

beforeAll(async () => {
  world = await aWorld();
  scene = await accessScene(world);
  entries = (await Promise.all(routeFiles.map(entriesOf))).flat();
}, 180_000);
afterAll(() => world.close());

/** The doors of one route with the operation each asks for, as its source says. */
async function entriesOf(file: SourceFile): Promise<Entry[]> {
  const module: Partial<Record<Door, Handler>> = await import(join(projectRoot, file.path));
  const route = file.path.replace(/^app\/(routes\/)?/, "").replace(/\.tsx?$/, "");
  return doors.flatMap((door) => {
    const [declared, run] = [exportedFunction(file, door), module[door]];
    if (!declared || !run) return [];
    const [operation] = literalsGivenTo(declared, ["guard"]).filter(isOperation);
    return [{ route, door, operation, run }];
  });
}

/** The texts that calls of these functions inside a tree are given. */
function literalsGivenTo(tree: ts.Node, functions: string[]): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (!ts.isCallExpression(node) || !functions.includes(node.expression.getText())) return;
    found.push(...node.arguments.filter(ts.isStringLiteral).map(({ text }) => text));
  });
  return found;
}

type SubjectName = keyof Awaited<ReturnType<typeof accessScene>>["subjects"];

/** What a route is about, by its name; the first that fits. A route about nothing stands open to its roles. */
const about: [RegExp, SubjectName][] = [
  [/^admin\.(law\.(series|packs|changes)|templates|forms)\.\$/, "law"],
  [/^admin\.cases\.\$/, "caseInReview"],
  [/^(admin\.)?portfolios\.\$/, "portfolio"],
  [/^admin\.texts\.\$/, "textInReview"],
  [/^admin\.(conduct|requests)\.\$/, "saidAtTheDoor"],
  [/^(admin\.)?licences\.\$/, "licence"],
  [/^cases\.drafts\.\$/, "draft"],
  [/^cases\.\$caseId\.questions\.\$/, "question"],
  [/^cases\.\$caseId\.prices\.\$/, "standingPrice"],
  [/^prices\.\$/, "standingPrice"],
  [/^cases\.\$/, "engagedCase"],
  [/^rounds\.saved\.\$/, "savedSearch"],
  [/^rounds\.\$/, "openRound"],
  [/^mandates\.\$/, "pastMandate"],
  [/^lots\.\$lotId\.(award|bids|claims|engagement|lapse|reopen|retender|withdraw)/, "engagedLot"],
  [/^papers\.\$paperId\.cancel/, "ownInvoice"],
  [/^papers\.\$/, "paper"],
  [/^lots\.\$/, "openLot"],
  [/^documents\.\$/, "document"],
  [/^letters\.\$/, "letterBatch"],
  [/^organization\.members\.\$/, "member"],
  [/^organization\.invitations\.\$/, "invitation"],
  [/^inbox\.\$/, "notification"],
  [/^admin\.messages\.\$/, "reportedMessage"],
  [/^maps\.\$/, "map"],
  [/\$token/, "link"],
];

const subjectOf = (route: string): { name: SubjectName; subject: Subject } | null => {
  const name = about.find(([pattern]) => pattern.test(route))?.[1];
  return name ? { name, subject: scene.subjects[name] } : null;
};

/** Forms good enough to reach the question whose thing it is. */
const forms: Record<string, Form> = {
  "cases.$caseId.money.plan._index": {
    ...{ planId: "00000000-0000-7000-8000-000000000001", total: "10.00", count: "2" },
    ...{ firstOn: "2020-01-01", rhythm: "monthly", payee: "collector" },
  },
  "cases.$caseId.money.plan.stop": { planId: "00000000-0000-7000-8000-000000000001", reason: "party" },
  "cases.$caseId.engagement._index": {
    fullName: "Ada Example",
    consent: "yes",
    documentHash: "0".repeat(64),
    code: "000000",
  },
  "cases.$caseId.engagement.amendments.$amendmentId._index": {
    fullName: "Ada Example",
    consent: "yes",
    documentHash: "0".repeat(64),
    code: "000000",
  },
  "lots.$lotId.engagement.amendments.$amendmentId._index": {
    fullName: "Ada Example",
    consent: "yes",
    documentHash: "0".repeat(64),
    code: "000000",
  },
  "lots.$lotId.engagement._index": {
    fullName: "Ada Example",
    consent: "yes",
    documentHash: "0".repeat(64),
    code: "000000",
  },
  "lots.$lotId.reopen": { hours: "24", scope: "judgment" },
  "cases.$caseId.step": { type: "reminder", occurredOn: "2020-01-01" },
  "cases.$caseId.call": { outcome: "no_answer" },
  "cases.$caseId.visit._index": {
    ...{ key: absent(), goes: absent(), on: "2099-01-01", time: "10:00", place: "home", consent: "no" },
    purpose: "To agree on instalments.",
  },
  "cases.$caseId.visit.$planId._index": { outcome: "nobody_there", from: "10:00", to: "10:05" },
  "cases.$caseId.record": { type: "reply", occurredOn: "2020-01-01", note: "A reply by post." },
  "cases.$caseId.money.report": {
    kind: "remittance",
    reportId: "01a20756-1c28-7424-9db0-2c04ebe1adf4",
    paidOn: "2026-01-02",
    amount: "5",
  },
  "cases.$caseId.money.ask": { paymentId: absent(), amount: "5", payee: "creditor" },
  "cases.$caseId.money.advance": { advanceId: absent(), act: "file_suit", kind: "court_costs" },
  "cases.$caseId.money.spend": { advanceId: absent(), amount: "5", spentOn: "2026-01-02" },
  "cases.$caseId.money.end-advance": { advanceId: absent() },
  "cases.$caseId.money.withdraw": { paymentId: absent() },
  "cases.$caseId.money.invoice": { amount: "15000" },
  "mandates.$caseId.$mandateId.invoice": { amount: "15000" },
  "cases.$caseId.money.balance": { total: "15000", asOf: "2026-01-02" },
  "cases.$caseId.money.pay": { paymentId: absent(), purpose: "collector_fee" },
  "cases.$caseId.money.answer": {
    kind: "payment",
    reportId: "01a20756-1c28-7424-9db0-2c04ebe1adf4",
    answer: "confirmed",
  },
  "cases.$caseId.contact.verify": { basis: "consumer_used", employerAddress: "no", evidenceId: absent() },
  "cases.$caseId.contact.send": { template: "us.message", version: "1", key: absent(), when: "now" },
  "cases.$caseId.contact.$letterId.settle": { became: "sent" },
  "letters.make": { key: "00000000-0000-7000-8000-00000000000a" },
  "letters.$batchId.posted": { postedOn: "2020-01-01" },
  "cases.$caseId.words._index": { type: "email", words: "Please pay." },
  "cases.$caseId.words.ask": { type: "email", words: "Pay, or face serious consequences." },
  "admin.conduct.$caseId.$reportId": { verdict: "unfounded", reasons: "Nothing of it was found." },
  "admin.requests.$caseId.$requestId": { answer: "refused", reason: "It is right as it is." },
  "admin.cases.$caseId.erase": { answer: "refuse" },
  "admin.texts.$caseId.$reviewId": { verdict: "passed" },
  "cases.$caseId.add-fact": { fact: "debtor.ageYears", value: "40" },
  "cases.$caseId.proposal": { statementId: absent(), answer: "declined", reason: "too_long" },
  "cases.$caseId.close": { closing: "closed_uncollectable", note: "Nothing more can be had." },
  "cases.$caseId.questions.$questionId": { answer: "Yes, there is." },
  "prices.$priceId.change": { to: "paused" },
  "rounds.$caseId.questions": { question: "Is there a written contract?" },
  "rounds.$caseId.decline._index": { reason: "small" },
  "lots.$lotId.questions._index": { question: "Are the invoices undisputed?" },
  "lots.$lotId.questions.$questionId": { answer: "Yes, all of them." },
  "lots.$lotId.decline._index": { reason: "small" },
  "lots.$lotId.lapse.wait": { until: "2099-01-01" },
  "lots.$lotId.lapse.pass": { licenceId: "00000000-0000-7000-8000-000000000000" },
  "lots.$lotId.retender": { reason: "non_performance" },
  "cases.$caseId.retender": { reason: "non_performance" },
  "cases.$caseId.lapse.wait": { until: "2099-01-01" },
  "cases.$caseId.lapse.pass": { licenceId: "00000000-0000-7000-8000-000000000000" },
  "cases.$caseId.reopen": { hours: "24", scope: "judgment", feeModels: ["success"] },
  "cases.$caseId.evidence": { kind: "other", title: "A paper", file: aPdf("matrix.pdf", "matrix") },
  "cases.$caseId.messages._index": { key: absent(), body: "A question to the other side.", due: "none" },
  "admin.messages.$caseId.$messageId": { reason: "It names somebody who has nothing to do with this." },
  "cases.drafts.$caseId.evidence": { kind: "other", title: "A paper", file: aPdf("draft.pdf", "draft") },
  "organization.members.$userId._index": { role: "owner" },
  "rounds.saved.$searchId._index": { name: "Some of it", alert: "daily" },
  "rounds.saved._index": { name: "All of it", alert: "none" },
  "portfolios._index": { intent: "try", file: new File([csvOf(rowsOf(1))], "claims.csv") },
  "portfolios.$portfolioId._index": { intent: "split" },
  "admin.portfolios.$portfolioId": { verdict: "approve" },
  "practice._index": { places: ["US-CA"] },
};

function formOf(route: string, { person }: Visitor): Form {
  if (route === "organization.switch") return { orgId: person?.orgId ?? "" };
  if (route !== "licences.$licenceId") return forms[route] ?? {};
  const kind = person?.actor.role === "agency" ? "agency_licence" : "bar_admission";
  const { validTo: _, ...filed } = licenceInput(world, { kind, territory: "US-CA" });
  return filed;
}

/** Without these a reader of a stranger's address is only sent on, whether the thing is there or not. */
const sendsOn =
  /^(inbox\.\$|rounds\.saved\.\$searchId\.(remove|filters)|cases\.\$caseId\.messages\.\$messageId|cases\.\$caseId\.contact\.\$letterId\.(withdraw|settle)|cases\.\$caseId\.visit\.\$planId\.withdraw|organization\.members\.\$userId\.remove|organization\.invitations\.\$)/;

/** Things that stand open to whoever has their address. */
const openToAll = new Set<SubjectName>(["link", "map"]);

type Expected = "sign-in" | "home" | "security" | "forbidden" | "not-found" | "in";

/** What the table says of one cell of the matrix. */
function expected({ route, door, operation }: Entry, { name, person }: Visitor): Expected {
  const actor = person?.actor ?? anonymous;
  if (!mayTry(actor, operation)) {
    if (actor.role === "anonymous") return "sign-in";
    if (operation === "account.signUp") return "home";
    return actor.role === "admin" && !actor.secondFactor ? "security" : "forbidden";
  }
  if (route === "$" || (route === "organization.switch" && door === "action" && actor.role === "guest"))
    return "not-found";
  const found = subjectOf(route);
  if (!found || openToAll.has(found.name) || (door === "loader" && sendsOn.test(route))) return "in";
  const relation: Relation = found.subject.standing[name] ?? "stranger";
  const listed: readonly Relation[] = operations[operation].relations;
  const isHolder = relation !== "stranger" && (listed.includes(relation) || listed.includes("none"));
  return isHolder && (may(actor, operation, relation) || found.name === "licence") ? "in" : "not-found";
}

/** What a door answered, in the same words. */
async function answered({ route, door, run }: Entry, visitor: Visitor, params: Record<string, string>) {
  const path = `/${route.replaceAll(".", "/").replace(/\$(\w+)/g, (_, name: string) => params[name] ?? "x")}`;
  const form = door === "action" ? formOf(route, visitor) : undefined;
  const { status, headers } = await answerOf(run(asked(world, { by: visitor.person, path, params, form })));
  const location = headers.get("location") ?? "";
  if (location.startsWith("/sign-in?next=")) return "sign-in";
  if (location === "/account/security" && !route.startsWith("account.security")) return "security";
  if (status === 302 && location === "/home" && route.startsWith("sign-up")) return "home";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  return status < 500 ? "in" : `status ${status}`;
}

/** What ends something for the others comes last. */
const order = ["remove", "discard", "revoke", "sessions", "leave", "sign-out"];
const rank = ({ route, door }: Entry) =>
  door === "loader" ? -1 : 1 + order.findLastIndex((word) => route.includes(word));

test("every route answers every kind of visitor as the access table says, and a stranger as if there were nothing", async () => {
  const cells = entries.flatMap((entry) => scene.visitors.map((visitor) => ({ entry, visitor })));
  const refused = cells.filter(({ entry, visitor }) => expected(entry, visitor) !== "in");
  const admitted = cells.filter(({ entry, visitor }) => expected(entry, visitor) === "in");
  const wrong: string[] = [];
  for (const { entry, visitor } of [...refused, ...admitted.sort((a, b) => rank(a.entry) - rank(b.entry))]) {
    const { route, door, operation } = entry;
    const params = subjectOf(route)?.subject.params ?? {};
    const [want, got] = [expected(entry, visitor), await answered(entry, visitor, params)];
    if (want !== got) wrong.push(`${route} ${door} (${operation}) for ${visitor.name}: ${got}, not ${want}`);
    if (want === "in" || !subjectOf(route)) continue;
    const absentAnswer = await answered(entry, visitor, absentParams);
    if (absentAnswer !== got)
      wrong.push(`${route} ${door} tells ${visitor.name} what exists: ${absentAnswer}, ${got}`);
  }
  expect(wrong).toEqual([]);
  expect(cells.length).toBeGreaterThan(1_000);
}, 120_000);

test("no route is left out of the matrix, and no operation of the table is asked for by nothing", () => {
  const seen = new Set(entries.map(({ route }) => route));
  const bare = routeFiles.filter(
    ({ path }) => !seen.has(path.replace(/^app\/(routes\/)?/, "").replace(/\.tsx?$/, "")),
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
  expect(entries.filter(({ operation }) => operation === undefined)).toEqual([]);

  const askers = ["guard", "may", "mayTry", "personIn", "memberIn"];
  const asked = new Set(sources.flatMap(({ tree }) => literalsGivenTo(tree, askers)));
  expect(Object.keys(operations).filter((operation) => !asked.has(operation))).toEqual([]);
});
