import fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "#app/domain/law/linter/lint.ts";
import { ask, blocking, but, call, cnFacts, cnLawyer, lawyer, usFacts } from "./cases.ts";

const kinds = (text: string) => lint(text).severe.map(({ kind }) => kind);
const doubts = (text: string) => lint(text).doubtful.map(({ kind }) => kind);
const steps = (text: string) => lint(text).threats.map(({ step }) => step);

test("a plain, lawful letter passes in every language", () => {
  const plain = [
    "Dear Ms Chen, invoice 1042 of 3 May over 420.00 USD is still open. Please pay by 1 June. If you disagree, write to us and we will answer.",
    "This is an attempt to collect a debt and any information obtained will be used for that purpose. You may dispute the debt by 24 July.",
    "您好，您于5月3日到期的货款人民币4200元尚未支付，请于6月1日前付款；如有异议，请书面告知我们。",
    "Sehr geehrte Frau Chen, die Rechnung vom 3. Mai über 420,00 EUR ist noch offen. Bitte zahlen Sie bis zum 1. Juni oder widersprechen Sie.",
  ];
  for (const text of plain) expect(lint(text)).toEqual({ severe: [], doubtful: [], threats: [] });
});

const severeTexts: [string, string][] = [
  ["poses_as_court", "This is the county court. Your case is registered."],
  ["poses_as_court", "Court summons enclosed, answer at once."],
  ["poses_as_court", "我们是法院执行局，请立即还款。"],
  ["poses_as_police", "We are the police."],
  ["poses_as_police", "We will hand your file over to the police."],
  ["poses_as_police", "您已涉嫌犯罪，我们将移交公安处理"],
  ["poses_as_police", "Wir erstatten Strafanzeige."],
  ["arrest", "You will go to prison for this."],
  ["arrest", "再不还钱就等着坐牢吧"],
  ["arrest", "Ihnen droht Gefängnis."],
  ["blacklist", "Your name goes on our blacklist."],
  ["blacklist", "你就是老赖"],
  ["violence", "We know where your children go."],
  ["violence", "小心你全家"],
  ["insult", "You are a liar."],
  ["insult", "你这个骗子"],
  ["insult", "Sie sind ein Betrüger."],
  ["shaming", "We will post your photo on Facebook."],
  ["shaming", "我们将公开你的照片"],
  ["third_parties", "We shall tell your employer."],
  ["third_parties", "我们会打电话给你的单位领导"],
  ["third_parties", "Wir werden Ihren Arbeitgeber informieren."],
];

for (const [kind, text] of severeTexts) {
  test(`severe conduct is found: ${kind} in “${text}”`, () => expect(kinds(text)).toContain(kind));
}

test("what hides a word from a machine does not hide it: digits, foreign letters, spaces and signs, width, invisible characters, old forms", () => {
  const hidden = [
    "We are the p0lice.",
    "We are the pоlice.",
    "We are the po\u200blice.",
    "Ｗｅ ａｒｅ ｔｈｅ ｐｏｌｉｃｅ",
    "WE  ARE\nTHE POLICE",
  ];
  for (const text of hidden) expect(kinds(text)).toContain("poses_as_police");
  expect(kinds("老 赖")).toContain("blacklist");
  expect(kinds("黑*名*單")).toContain("blacklist");
  expect(kinds("我們是 公 安 局")).toContain("poses_as_police");
});

test("a severe phrase turned round goes to a person, one in another clause does not save the next", () => {
  expect(kinds("You will not be arrested.")).toEqual([]);
  expect(doubts("You will not be arrested.")).toContain("negated");
  expect(doubts("我们不会联系您的家人。")).toEqual(["negated"]);
  expect(kinds("If you do not pay, you will be arrested.")).toContain("arrest");
  expect(kinds("不还款，就等着坐牢")).toContain("arrest");
});

test("standard wording of lawful letters is not taken for severe conduct", () => {
  const lawful = [
    "Zinsen nach dem von der Deutschen Bundesbank veröffentlichten Basiszinssatz",
    "If you receive a claim form from the county court, you should answer it.",
    "A judgment issued by the county court was entered on 3 May.",
    "如有疑问，请联系我单位财务部。",
    "您可联系您的家人协助还款。",
    "我是法院判决确定的债权人。",
    "逾期垃圾处理费人民币200元",
    "The account was closed after reports of criminal activity by a third person.",
    "Dear Hannah Crook, invoice 7 is still open.",
  ];
  for (const text of lawful) expect([text, kinds(text)]).toEqual([text, []]);
});

test("a condition is no negation: what follows it is held out", () => {
  expect(steps("Ohne Zahlung folgt Lohnpfändung.")).toEqual(["apply_enforcement"]);
  expect(steps("If you don't reply promptly legal action follows.")).toEqual(["file_suit"]);
  expect(kinds("如没有还款会被拘留")).toContain("arrest");
  expect(doubts("If you don't reply promptly legal action follows.")).not.toContain("negated");
  expect(steps("We will not sue before 3 May.")).toEqual(["file_suit"]);
});

test("steps of the law are read as threats of just those steps", () => {
  expect(steps("If you do not pay we will sue you.")).toEqual(["file_suit"]);
  expect(steps("否则我们将向法院起诉并申请强制执行")).toEqual(["file_suit", "apply_enforcement"]);
  expect(steps("Wir beantragen den Mahnbescheid und melden Sie der SCHUFA.")).toEqual([
    "payment_order",
    "bureau_report",
  ]);
  expect(steps("否则将把您列入失信被执行人名单")).toEqual(["apply_dishonest_listing"]);
  expect(steps("We will serve a statutory demand.")).toEqual(["statutory_demand"]);
});

test("passages lead back to the very characters that were written", () => {
  const text = "Hello 👋 — we are the p\u200b0lice, 老 赖!";
  for (const { from, to, text: passage } of lint(text).severe) expect(text.slice(from, to)).toBe(passage);
  expect(lint(text).severe.map((each) => each.text)).toEqual(["we are the p\u200b0lice", "老 赖"]);
});

test("no text makes the linter fail, and adding words around a severe sentence never hides it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.constantFrom(...severeTexts),
      (noise, [kind, text]) => {
        const found = lint(`${noise}. \n${text}`);
        for (const { from, to, text: passage } of found.severe)
          expect(`${noise}. \n${text}`.slice(from, to)).toBe(passage);
        expect(found.severe.map((each) => each.kind)).toContain(kind);
      },
    ),
    { numRuns: 500 },
  );
});

test("a long text is read in time that grows with its length, not with its square", () => {
  const reading = (length: number) => lint("we will not be ".repeat(length)).severe.length;
  expect(reading(4_000)).toBe(0);
});

const email = { type: "email", direction: "out", debtId: "D1", emailBasis: "consumer_used" } as const;
const noon = "2026-03-10T16:00:00Z";

test("X-05: a text that threatens suit is asked for what suit is asked for, though nobody ticked a box", () => {
  const barred = but(usFacts, { limitation: { lastDay: "2026-01-01" } });
  const saying = (text: string, facts = usFacts) =>
    blocking(ask({ facts, action: { ...email, text }, at: noon }));
  expect(saying("If you do not pay we will sue you.", barred)).toEqual([
    "US-ESC-05",
    "POL-LADDER-07",
    "X-05",
  ]);
  expect(saying("Please pay or tell us why not.", barred)).toEqual([]);
  expect(saying("If you do not pay we will sue you.")).toEqual([]);
});

test("X-05: doubtful words wait for a person, and pass once that person has read them; severe ones never do", () => {
  const saying = (text: string, textReviewed?: boolean) =>
    ask({ action: { ...email, text, textReviewed }, at: noon });
  expect(saying("Pay, or face serious consequences.").findings).toMatchObject([
    { rule: "X-05", effect: "require", requires: ["action.textReviewed"] },
  ]);
  expect(saying("Pay, or face serious consequences.", true).allowed).toBe(true);
  expect(saying("Pay, or be arrested.", true).findings).toMatchObject([{ rule: "X-05", effect: "block" }]);
});

test("CN-TV-21: a lawyer's letter that holds out the list of dishonest debtors before any judgment does not go out", () => {
  const letter = ask({
    facts: cnFacts,
    history: [{ type: "demand_payment", startedAt: "2026-03-20" }],
    action: { type: "lawyer_letter", text: "否则将把您列入失信被执行人名单" },
    actor: cnLawyer(),
    at: "2026-04-20T02:00:00Z",
  });
  expect(blocking(letter)).toContain("X-05");
});

test("the record of an act keeps nothing of its words: the decision names kinds of passages only", () => {
  const { findings } = ask({
    action: { ...call, text: "We are the police, Mr Tom Miller." },
    actor: lawyer(),
    at: noon,
  });
  expect(JSON.stringify(findings)).not.toContain("Miller");
});
