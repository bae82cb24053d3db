import { deflateSync } from "node:zlib";
import { degrees, PDFDocument, PDFName, PDFString } from "pdf-lib";
import { expect, test } from "vitest";
import { mediaTypes } from "#app/domain/media-types.ts";
import { type BundleWords, bundlePdf } from "#app/gateways/bundle-pdf.server.ts";
import { placeOfNumber, takePages } from "#app/gateways/exhibit-pages.server.ts";
import { packsTooMuch } from "#app/gateways/pdf-bounds.server.ts";
import { docxSaying, savedMail } from "#test/support/office-files.ts";

const taken = async (bytes: Uint8Array, mediaType = "application/pdf") => {
  const [shown] = await takePages(await PDFDocument.create(), [{ bytes, mediaType }]);
  return shown.unshown ?? shown.pages.length;
};

/** A file of one object stream with this content and dictionary. */
const withStream = (packed: Uint8Array, dictionary: string) =>
  Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n3 0 obj\n<<${dictionary}/Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from("\nendstream\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
  ]);
const objectStream = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";

test("a file made to exhaust its reader is not opened: packed once, twice, under another name or in another way", async () => {
  const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
  expect(bomb.length).toBeLessThan(300_000);
  const before = performance.now();
  expect(packsTooMuch(withStream(bomb, objectStream))).toBe(true);
  expect(packsTooMuch(withStream(bomb, "/Type/#4fbjStm/N 1/First 4/Filter/Fl#61teDecode"))).toBe(true);
  expect(
    packsTooMuch(withStream(deflateSync(bomb), objectStream.replace("/Flate", "[/FlateDecode/Flate"))),
  ).toBe(true);
  expect(packsTooMuch(withStream(Buffer.from("00>"), objectStream.replace("Flate", "ASCIIHex")))).toBe(true);
  expect(
    packsTooMuch(withStream(Buffer.from("00>"), "/Type/ObjStm/N 1/First 4/Filter/A#53CIIHexDecode")),
  ).toBe(true);
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(await taken(withStream(bomb, objectStream))).toBe("too_large");
  expect(packsTooMuch(withStream(deflateSync(Buffer.alloc(1_000)), objectStream))).toBe(false);
});

test("pages that are named over and over, or lead back to themselves, end the reading", async () => {
  const paper = await PDFDocument.create();
  paper.addPage();
  const tree = paper.catalog.Pages();
  const [page] = tree.Kids().asArray();
  for (let at = 0; at < 12; at += 1) {
    const branch = paper.context.obj({ Type: "Pages", Count: 2, Kids: [] });
    const kids = paper.context.obj(
      at === 0 ? [page, page] : [...tree.Kids().asArray(), ...tree.Kids().asArray()],
    );
    branch.set(PDFName.of("Kids"), kids);
    tree.set(PDFName.of("Kids"), paper.context.obj([paper.context.register(branch)]));
  }
  expect(await taken(await paper.save({ addDefaultPage: false }))).toBe("too_large");
  const self =
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[2 0 R]>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
  expect(["too_large", "unreadable"]).toContain(await taken(Buffer.from(self)));
});

test("what cannot be read, what is encrypted and a picture of too many dots have no pages", async () => {
  expect(await taken(Buffer.from("%PDF-1.7 torn"))).toBe("unreadable");
  const locked =
    "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\nendobj\n3 0 obj\n<</Filter/Standard>>\nendobj\ntrailer<</Root 1 0 R/Encrypt 3 0 R>>\n%%EOF\n";
  expect(await taken(Buffer.from(locked))).toBe("encrypted");
  const huge = Buffer.alloc(33);
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex").copy(huge);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(await taken(huge, "image/png")).toBe("too_large");
  expect(await taken(huge.subarray(0, 20), "image/png")).toBe("unreadable");
  expect(await taken(Buffer.from("ffd8ffe0", "hex"), "image/jpeg")).toBe("unreadable");
});

test("a saved e-mail is shown as a page of its words, and a Word document as its original alone", async () => {
  expect(await taken(savedMail, mediaTypes.mail)).toBe(1);
  expect(await taken(docxSaying(["x"]), mediaTypes.word)).toBe("other_type");
});

test("an exhibit does nothing when its pages are opened or clicked", async () => {
  const paper = await PDFDocument.create();
  const page = paper.addPage();
  const script = { S: "JavaScript", JS: PDFString.of("app.alert(1)") };
  const mark = { Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9], A: script, AA: { E: script } };
  page.node.set(PDFName.of("AA"), paper.context.obj({ O: script }));
  page.node.set(PDFName.of("Annots"), paper.context.obj([paper.context.register(paper.context.obj(mark))]));
  paper.addJavaScript("greeting", "app.alert(2)");
  const into = await PDFDocument.create();
  const [shown] = await takePages(into, [{ bytes: await paper.save(), mediaType: "application/pdf" }]);
  into.addPage(shown.pages?.[0]);
  const kept = into.getPage(0).node;
  expect([kept.get(PDFName.of("AA")), kept.Annots()?.size()]).toEqual([undefined, 1]);
  expect(String(kept.Annots()?.lookup(0))).toContain("/Link");
  expect(String(kept.Annots()?.lookup(0))).not.toMatch(/\/AA?\b/);
});

test("a page's number stands at the lower left as the page is looked at", async () => {
  const paper = await PDFDocument.create();
  const at = (angle: number) => {
    const page = paper.addPage([600, 800]);
    page.setCropBox(100, 50, 400, 700);
    page.setRotation(degrees(angle));
    return placeOfNumber(page);
  };
  expect(at(0)).toEqual({ x: 124, y: 64, turned: 0 });
  expect(at(90)).toEqual({ x: 486, y: 74, turned: 90 });
  expect(at(180)).toEqual({ x: 476, y: 736, turned: 180 });
  expect(at(-90)).toEqual({ x: 114, y: 726, turned: 270 });
});

const words: BundleWords = {
  code: "R-7K2M9",
  language: "zh",
  dated: new Date("2026-11-27T18:00:00Z"),
  title: "证据卷宗 R-7K2M9",
  lead: "Lead",
  sections: [{ heading: "Parties", rows: [["Debtor", "深圳示例 😀 ‮"]], paragraphs: [] }],
  index: { heading: "Index", page: "Page", none: "None", entries: [] },
  chronology: {
    heading: "Chronology",
    lead: "Times",
    entries: Array.from({ length: 80 }, (_, at) => ({
      title: `Event ${at}`,
      blocked: at % 2 === 0,
      meta: "Meta",
      lines: ["Allowed.", "Hash"],
    })),
  },
  sheets: [],
};

test("without exhibits there is a cover, an index that says so, and the chronology, over as many pages as it takes", async () => {
  const { bytes, pages, placed } = await bundlePdf([], () => words);
  expect(placed).toEqual([]);
  expect(pages).toBeGreaterThan(3);
  const text = Buffer.from(bytes).toString("latin1");
  expect(text.startsWith("%PDF-")).toBe(true);
  expect(Buffer.compare(bytes, (await bundlePdf([], () => words)).bytes)).toBe(0);
});
