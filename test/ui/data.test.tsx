import { expect, test } from "vitest";
import { ComparisonTable } from "#app/ui/comparison-table.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { DateText, Instant, Money } from "#app/ui/format.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

type Case = { id: string; title: string; amount: number };
const columns: Column<Case>[] = [
  { key: "title", header: "Case", cell: ({ title }) => title },
  {
    key: "amount",
    header: "Claim",
    align: "end",
    cell: ({ amount }) => <Money amount={amount} currency="USD" />,
  },
];

test("a row is one link, named by its first column, and every cell knows its column on a phone", () => {
  const html = renderUi(
    <DataTable
      caption="Your cases"
      columns={columns}
      rows={[{ id: "1", title: "Unpaid goods", amount: 1_250_00 }]}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/cases/${id}`}
      empty="none"
    />,
  );
  expect(html).toContain('<caption class="visually-hidden">Your cases</caption>');
  expect(html).toMatch(/<th scope="row"[^>]*><a[^>]*href="\/cases\/1"[^>]*>Unpaid goods<\/a><\/th>/);
  expect(html).toContain('class="end" data-label="Claim"');
  expect(html.match(/<a /g)).toHaveLength(1);
});

test("an empty table is its empty state and nothing else", () => {
  const html = renderUi(
    <DataTable
      caption="Your cases"
      columns={columns}
      rows={[]}
      rowKey={() => ""}
      empty={<p>No case yet</p>}
    />,
  );
  expect(html).toContain("No case yet");
  expect(html).not.toContain("<table");
});

test("the best answer of a question is marked in words, and cells regroup by column on a phone", () => {
  const html = renderUi(
    <ComparisonTable
      caption="Bids"
      columns={[
        { key: "a", title: "Firm A" },
        { key: "b", title: "Firm B" },
      ]}
      rows={[{ key: "fee", label: "Fee", cells: [{ value: "15%" }, { value: "10%", best: true }] }]}
    />,
  );
  expect(html).toMatch(
    /<td data-label="Fee" class="best"[^>]*><span class="answer">10% <span class="best-mark">best/,
  );
  const orders = [...html.matchAll(/order:(\d+)/g)].map(([, order]) => Number(order));
  expect(orders).toEqual([0, 3, 1, 4]);
});

test("dates are spelled with their distance and read aloud with their zone", () => {
  const html = renderUi(<DateText on="2026-12-03" today="2026-11-22" zone="America/Los_Angeles" />);
  expect(html).toContain("3 Dec 2026, in 11 days");
  expect(html).toContain("time in Los Angeles (UTC-8)");
  expect(renderUi(<DateText on="2026-12-03" today="2026-12-02" />, { locale: "zh" })).toContain(
    "2026年12月3日（明天）",
  );
});

test("an instant is shown at the place's own clock, machine-readable in UTC", () => {
  const html = renderUi(<Instant at="2026-07-01T00:30:00Z" zone="America/New_York" />);
  expect(html).toContain('dateTime="2026-07-01T00:30:00.000Z"');
  expect(html).toContain("30 Jun 2026, 20:30");
});
