import { expect, test } from "vitest";
import { Citation } from "#app/ui/citation.tsx";
import { Ladder, type Rung } from "#app/ui/ladder.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

const rungs: Rung[] = [
  {
    stage: "reminder",
    state: "done",
    title: "Reminder",
    date: "2026-11-12",
    who: "Law Office A",
    prereqs: [],
  },
  { stage: "contact", state: "skipped", title: "Contact", prereqs: [] },
  {
    stage: "formal_demand",
    state: "now",
    title: "Formal demand",
    date: "2026-11-26",
    prereqs: [
      {
        state: "met",
        text: "Itemised account",
        sources: [{ citation: "itemised account", rule: "POL-LADDER-03", force: "POL" }],
      },
      {
        state: "waits",
        text: "Time to answer",
        sources: [{ citation: "Civil Code 195; 188", rule: "CN-LIM-04", force: "LAW" }],
      },
    ],
  },
  { stage: "lawyer_letter", state: "next", title: "Lawyer's letter", cost: "2,019.73 CNY", prereqs: [] },
  {
    stage: "lawsuit",
    state: "blocked",
    title: "Lawsuit",
    blockedReason: "The letter has not been sent.",
    prereqs: [{ state: "missing", text: "Lawyer's letter", sources: [], acts: <a href="/step">Send it</a> }],
  },
  { stage: "enforcement", state: "blocked", title: "Enforcement", earliest: "2026-12-03", prereqs: [] },
];

const hold = { name: "Dispute", since: "2026-11-27", endsWhen: "the creditor has answered with proof" };

test("to a reader the ladder is an ordered list climbed from its first item, each with its state in words", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  const items = [...html.matchAll(/<li class="rung (\w+)"/g)].map(([, state]) => state);
  expect(html).toContain('<ol class="ladder"');
  expect(items).toEqual(["done", "skipped", "now", "next", "blocked", "blocked"]);
  for (const state of ["Done", "Passed over", "Now", "Next", "Blocked"])
    expect(html).toContain(`${state}: </span>`);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test("what is open or ahead opens without JavaScript, the open one stands open, and what lies behind is a line", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html.match(/<details/g)).toHaveLength(4);
  expect(html.match(/<details open=""/g)).toHaveLength(1);
  const done = html.slice(html.indexOf("rung done"), html.indexOf("rung skipped"));
  expect(done).toContain("12 Nov 2026</time>, Law Office A");
});

test("a prerequisite shows its state in a word, its act, and a citation that leads to the rule's own row", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html).toMatch(
    /Itemised account <sup class="cite"><a href="\/law#POL-LADDER-03" title="Platform policy · itemised account">POL-LADDER-03/,
  );
  expect(html).toMatch(
    /<b>Waits<\/b> Time to answer <sup class="cite"><a href="\/law#CN-LIM-04" title="Required by law · Civil Code 195; 188 · CN-LIM-04">Civil Code 195</,
  );
  expect(html).toMatch(/<b>Missing<\/b> Lawyer(&#x27;|')s letter <a href="\/step">Send it/);
});

test("a blocked rung says its reason, what is missing and that no date opens it; a waiting one its day; an open one its cost", () => {
  const html = renderUi(<Ladder rungs={rungs} />);
  expect(html).toContain("The letter has not been sent.");
  expect(html).toContain("1 thing missing");
  expect(html).toContain("No date yet: time alone does not open this step.");
  expect(html).toContain("earliest 3 Dec 2026");
  expect(html).toContain("Cost: 2,019.73 CNY");
});

test("a hold lies on the open rung with its start, its end where it is known, and what ends it", () => {
  const html = renderUi(<Ladder rungs={rungs} holds={[{ ...hold, until: "2026-12-24" }]} />);
  const open = html.slice(html.indexOf("rung now"), html.indexOf("rung next"));
  expect(open).toContain("On hold: Dispute");
  expect(open).toContain("27 Nov 2026");
  expect(open).toContain("24 Dec 2026");
  expect(open).toContain("Ends when: the creditor has answered with proof");
});

const whatIf = {
  on: "2027-01-05",
  today: "2026-11-27",
  max: "2028-11-27",
  days: 731,
  told: "Open then: Lawsuit.",
  unlocks: [{ on: "2026-12-03", text: "Enforcement" }],
  at: "/cases/1",
};

test("another day is asked for by a slider or a date in one form, which says the day in words and what it opens", () => {
  const html = renderUi(<Ladder rungs={rungs} whatIf={whatIf} />);
  expect(html).toMatch(/<form[^>]*method="get"[^>]*action="\/cases\/1"/);
  expect(html).toMatch(
    /<input[^>]*type="range"[^>]*name="days"[^>]*aria-valuetext="5 Jan 2027"[^>]*value="39"/,
  );
  expect(html).toMatch(/<input[^>]*type="date"[^>]*name="on"[^>]*value="2027-01-05"/);
  expect(html).toContain('<input type="hidden" name="shown" value="2027-01-05"/>');
  expect(html).toMatch(
    /role="status"[^>]*>What the ladder would look like on 5 Jan 2027[^<]*Open then: Lawsuit\./,
  );
  expect(html).toContain('href="/cases/1"');
});

test("the days on which something unlocks are marked on the slider and listed as ways to their ladder", () => {
  const html = renderUi(<Ladder rungs={rungs} whatIf={whatIf} />);
  expect(html).toMatch(/<option value="6" label="3 Dec 2026"/);
  expect(html).toMatch(/<a [^>]*href="\/cases\/1\?on=2026-12-03">3 Dec 2026<\/a> Enforcement/);
});

test("a day that cannot be shown is refused at its field, with the days that can", () => {
  const html = renderUi(<Ladder rungs={rungs} whatIf={{ ...whatIf, on: whatIf.today, refused: true }} />);
  expect(html).toMatch(/aria-invalid="true"/);
  expect(html).toContain("Choose a date from 27 Nov 2026 to 27 Nov 2028.");
});

test("a citation without a rule behind it is no link, and a long one is cut with the whole on hover", () => {
  expect(renderUi(<Citation citation="12 CFR 1006.6" />)).toContain("<span");
  const long = "A statute whose short title is anything but short, section 1";
  const html = renderUi(<Citation citation={long} rule="GB-ESC-01" force="LAW" />);
  expect(html).toContain(`title="Required by law · ${long} · GB-ESC-01"`);
  expect(html).toMatch(/>A statute whose short title is anyth…</);
  const chinese = renderUi(
    <Citation citation="中国银行业协会金融机构个人消费类贷款催收工作指引" rule="CN-CONTACT-03" />,
  );
  expect(chinese).toMatch(/>中国银行业协会金融机构个人消费类贷款…</);
});
