import { expect, test } from "vitest";
import type { PaperText } from "#app/domain/engagements/contents.ts";
import { engagementPdf } from "#app/gateways/engagement-pdf.server.ts";

const text = (language: "en" | "zh"): PaperText => ({
  language,
  title: language === "zh" ? "委托合同 R-7K2M9" : "Engagement R-7K2M9",
  lead: "Drawn up between the parties below. 由下列双方订立。",
  sections: Array.from({ length: 30 }, (_, at) => ({
    heading: `${at + 1}. Parties 当事人`,
    rows: [["Creditor 债权人", "Demo Creditor Ltd 示例有限公司"]],
    paragraphs: ["A percentage is taken of what is recovered.", "百分比以实际收回的金额为基数。"],
  })),
});
const paper = (drawnUpAt = new Date("2026-11-27T18:00:00Z")) => ({
  code: "R-7K2M9",
  drawnUpAt,
  texts: [text("zh"), text("en")],
});
const pdf = async (given = paper()) => Buffer.from(await engagementPdf(given));

test("equal papers are equal bytes, so that the fingerprint can be made again from what is stored", async () => {
  expect((await pdf()).equals(await pdf())).toBe(true);
  expect((await pdf()).equals(await pdf(paper(new Date("2026-11-27T18:00:01Z"))))).toBe(false);
});

test("Latin and Chinese are set in one embedded font, over as many pages as it takes", async () => {
  const bytes = (await pdf()).toString("latin1");
  expect(bytes.startsWith("%PDF-")).toBe(true);
  expect(bytes).toContain("NotoSansSC");
  expect(bytes).toContain("/FontFile2");
  expect(bytes.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  expect(bytes.length).toBeLessThan(400_000);
});
