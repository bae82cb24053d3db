import { deflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { openPaper } from "#app/gateways/paper.server.ts";

/** A PDF as our own software writes it, a page a text; an empty one is a page with a picture alone. */
export async function pdfSaying(pages: readonly string[]): Promise<Uint8Array> {
  const { paper, close } = await openPaper({ title: "", dated: new Date(0) });
  for (const [at, text] of pages.entries()) {
    if (at > 0) paper.addPage();
    if (text === "") paper.rect(100, 100, 200, 200).fill("#999");
    else paper.font("regular").fontSize(10).fillColor("#000").text(text);
  }
  return close();
}

export const asFile = (bytes: Uint8Array, name: string) =>
  new File([Buffer.from(bytes)], name, { type: "application/pdf" });

/** Nobody opens it without the word. */
export function lockedPdf(text: string): Promise<Uint8Array> {
  return new Promise((done) => {
    const pdf = new PDFDocument({ userPassword: "walnut", ownerPassword: "bridge", pdfVersion: "1.7" });
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => done(Buffer.concat(parts)));
    pdf.text(text).end();
  });
}

type Written = { content: Uint8Array; filter?: string; font?: readonly string[] };

/** A PDF of one page, written object by object. */
function handWritten({ content, filter = "", font = [] }: Written): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}${filter}>>stream\n${Buffer.from(content).toString("latin1")}\nendstream`,
    ...(font.length > 0 ? font : ["<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]),
  ];
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = String(pdf.length).padStart(10, "0");
    pdf += `${at + 1} 0 obj${object}endobj\n`;
    return `${place} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`;
  return Buffer.from(`${pdf}${table}${end}`, "latin1");
}

/** As Chinese office software writes it: text in GBK under a font that is named and not carried along. */
export const gbkPdf = (hex: string): Uint8Array =>
  handWritten({
    content: Buffer.from(`BT /F1 14 Tf 50 700 Td <${hex}> Tj ET`),
    font: [
      "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>",
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/FontDescriptor 7 0 R/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
      "<</Type/FontDescriptor/FontName/SimSun/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>",
    ],
  });

/** A page that unpacks to so many megabytes, packed once more in digits, so that nobody sees it before it is opened. */
export const bombPdf = (megabytes: number): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, "0 "));
  const digits = Buffer.from(`${packed.toString("hex")}>`);
  return handWritten({ content: digits, filter: "/Filter[/ASCIIHexDecode/FlateDecode]" });
};

/** A page whose form draws itself, as does the page tree's own branch. */
export const loopingPdf = (): Uint8Array =>
  Buffer.from(
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  );
