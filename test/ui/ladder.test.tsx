import { expect, test } from "vitest";
import { Ladder, type Rung } from "#app/ui/ladder.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

const rungs: Rung[] = [
  { stage: "reminder", state: "done", title: "Reminder", date: "2026-11-12", prereqs: [] },
  {
    stage: "formal_demand",
    state: "now",
    title: "Formal demand",
    date: "2026-11-26",
    prereqs: [
      { met: true, text: "Itemised account", citation: "POL-03", rule: "POL-LADDER-03", force: "POL" },
      { met: false, text: "Time to answer", citation: "Civil Code 195", href: "/law/cn#195", force: "LAW" },
    ],
  },
  { stage: "lawyer_letter", state: "next", title: "Lawyer's letter", earliest: "2026-12-03", prereqs: [] },
  {
    stage: "lawsuit",
    state: "blocked",
    title: "Lawsuit",
    blockedReason: "The letter has not been sent.",
    prereqs: [{ met: false, text: "Lawyer's letter" }],
  },
];

const hold = { name: "Dispute", since: "2026-11-27", endsWhen: "the creditor has answered with proof" };

test("to a reader the ladder is an ordered list climbed from its first item, each with its state in words", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  const items = [...html.matchAll(/<li class="rung (\w+)"/g)].map(([, state]) => state);
  expect(html).toContain('<ol class="ladder"');
  expect(items).toEqual(["done", "now", "next", "blocked"]);
  for (const state of ["Done", "Now", "Next", "Blocked"]) expect(html).toContain(`${state}: </span>`);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test("every rung opens without JavaScript, and the open one stands open", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html.match(/<details/g)).toHaveLength(rungs.length);
  expect(html.match(/<details open=""/g)).toHaveLength(1);
});

test("a prerequisite shows whether it is met and the source it comes from", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html).toMatch(
    /Met: <\/span>Itemised account <sup class="cite"><span title="Platform policy · POL-03">POL-LADDER-03/,
  );
  expect(html).toMatch(
    /Not yet met: <\/span>Time to answer <sup class="cite"><a href="\/law\/cn#195" title="Required by law"/,
  );
});

test("a blocked rung says its reason and what is missing, a waiting one the day it opens", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html).toContain("The letter has not been sent.");
  expect(html).toContain("1 thing missing");
  expect(html).toContain("earliest 3 Dec 2026");
});

test("a hold lies on the open rung with its start and what ends it", () => {
  const html = renderUi(<Ladder rungs={rungs} holds={[hold]} />);
  const open = html.slice(html.indexOf("rung now"), html.indexOf("rung next"));
  expect(open).toContain("On hold: Dispute");
  expect(open).toContain("27 Nov 2026");
  expect(open).toContain("Ends when: the creditor has answered with proof");
});

test("the what-if date is a GET form that keeps the page's other choices", () => {
  const whatIf = { on: "2027-01-05", today: "2026-11-27", resetTo: "/cases/1", keep: { tab: "ladder" } };
  const html = renderUi(<Ladder rungs={rungs} whatIf={whatIf} />);
  expect(html).toMatch(/<form method="get"/);
  expect(html).toContain('<input type="hidden" name="tab" value="ladder"/>');
  expect(html).toMatch(/<input[^>]*type="date" name="on"[^>]*value="2027-01-05"/);
  expect(html).toContain('href="/cases/1"');
});
