import { PassThrough, type Transform } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutGaps } from "#app/http/without-gaps.ts";

/** A page in which Chinese characters lie across every kind of boundary between its pieces. */
const lines = Array.from({ length: 2_000 }, (_, at) => `${"x".repeat(at % 7)}用途：联系债务人。`);
const sent = (through: Transform) => {
  renderToPipeableStream(
    <p>
      {lines.map((line, at) => (
        <i key={at}>{line}</i>
      ))}
    </p>,
  ).pipe(through);
  return text(through);
};

test("no character of a page is torn where the page is sent in pieces", async () => {
  expect(await sent(new PassThrough())).toContain("\0");
  const page = await sent(withoutGaps());
  expect(page).toBe(`<p>${lines.map((line) => `<i>${line}</i>`).join("")}</p>`);
});
