import { expect, test } from "vitest";
import { segmentsOf } from "#app/domain/contact/segments.ts";

test("a text in the phones' old alphabet holds 160 signs alone and 153 a part", () => {
  expect(segmentsOf("a".repeat(160))).toEqual({ encoding: "GSM-7", units: 160, segments: 1 });
  expect(segmentsOf("a".repeat(161))).toMatchObject({ segments: 2 });
  expect(segmentsOf("a".repeat(306))).toMatchObject({ segments: 2 });
  expect(segmentsOf("a".repeat(307))).toMatchObject({ segments: 3 });
  expect(segmentsOf("")).toMatchObject({ segments: 0 });
});

test("signs of the extension take two places, and none is cut in two between parts", () => {
  expect(segmentsOf("€".repeat(80))).toEqual({ encoding: "GSM-7", units: 160, segments: 1 });
  expect(segmentsOf(`${"a".repeat(152)}€${"a".repeat(152)}`)).toMatchObject({ units: 306, segments: 3 });
  expect(segmentsOf("äöüß ÄÖÜ à é ñ £ @")).toMatchObject({ encoding: "GSM-7" });
});

test("one sign beyond it makes the whole text wide: 70 alone and 67 a part, pairs uncut", () => {
  expect(segmentsOf("拒".repeat(70))).toEqual({ encoding: "UCS-2", units: 70, segments: 1 });
  expect(segmentsOf("拒".repeat(71))).toMatchObject({ segments: 2 });
  expect(segmentsOf("拒".repeat(135))).toMatchObject({ segments: 3 });
  expect(segmentsOf(`${"a".repeat(69)}’`)).toEqual({ encoding: "UCS-2", units: 70, segments: 1 });
  expect(segmentsOf(`${"a".repeat(66)}😀${"a".repeat(66)}`)).toMatchObject({ units: 134, segments: 3 });
});
