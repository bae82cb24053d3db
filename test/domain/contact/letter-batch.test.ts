import { expect, test } from "vitest";
import { postedNumbers } from "#app/domain/contact/letter-batch.ts";

const read = (tracking: string, left = "", letters = 5) =>
  postedNumbers({ batchId: "b", postedOn: "2026-03-02", tracking, left }, letters);

test("tracking numbers are read a line each after the letter's number, however they are set apart", () => {
  expect(read("1 RR123456785CN\r\n2,RR1 2345 6786\n\n 5\tAB-12.3 ")).toEqual({
    tracking: new Map([
      [1, "RR123456785CN"],
      [2, "RR1 2345 6786"],
      [5, "AB-12.3"],
    ]),
    left: new Set(),
    gone: new Set(),
  });
  expect(read("", "2, 4；5")).toEqual({ tracking: new Map(), left: new Set([2, 4, 5]), gone: new Set() });
});

test("a line that names no letter of the batch, one twice, or one that was left out, is refused by its own words", () => {
  expect(read("6 RR123456785CN")).toEqual({ field: "tracking", line: "6 RR123456785CN" });
  expect(read("1 RR1234\n1 RR1235")).toEqual({ field: "tracking", line: "1 RR1235" });
  expect(read("=HYPERLINK(1)")).toEqual({ field: "tracking", line: "=HYPERLINK(1)" });
  expect(read("3 RR1234", "3")).toEqual({ field: "tracking", line: "3 RR1234" });
  expect(read("", "0")).toEqual({ field: "left", line: "0" });
  expect(read("", "1, x")).toEqual({ field: "left", line: "x" });
});
