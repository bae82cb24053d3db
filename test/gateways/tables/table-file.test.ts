import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { csvSplitter } from "#app/gateways/tables/csv-rows.server.ts";
import { openTable, tableChunks } from "#app/gateways/tables/table-file.server.ts";
import { aFile, anXlsx } from "#test/support/imports.ts";
import { value } from "#test/support/world.ts";

const zh = "债务人,欠款金额,到期日\n深圳某某贸易有限公司,12.5万,2025-03-01\n广州某某商行,800,2025年4月2日\n";
/** GBK by hand for these letters: Node encodes no text but UTF-8 and UTF-16. */
function gbk(text: string): Uint8Array {
  const known = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const letter = new TextDecoder("gb18030").decode(Uint8Array.of(high, low));
      if (letter.length === 1 && !known.has(letter)) known.set(letter, [high, low]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((letter) => (letter < "\x80" ? [letter.charCodeAt(0)] : (known.get(letter) ?? [63]))),
  );
}
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

const tableOf = async (content: string | Uint8Array, name?: string) =>
  value(await openTable(aFile(content, name)));
const refusalOf = async (content: string | Uint8Array) => {
  const table = await openTable(aFile(content));
  return table.ok ? null : table.error.kind;
};

test("a table is read in whatever its writer's program wrote it, by what is in it", async () => {
  const encodings: [string, string | Uint8Array][] = [
    ["utf-8", zh],
    ["utf-8", `\ufeff${zh}`],
    ["gb18030", gbk(zh)],
    ["utf-16le", utf16(zh, true)],
    ["utf-16be", swapped(utf16(zh, true))],
    ["utf-16le", utf16("Name,Amount\nA Inc,12\n", false)],
    [
      "windows-1252",
      Buffer.from("Schuldner;Betrag\nMüller GmbH;1.200,50\nJäger & Söhne KG;80,00\n", "latin1"),
    ],
  ];
  for (const [encoding, content] of encodings) {
    const table = await tableOf(content);
    expect(table.format).toMatchObject({ kind: "csv", encoding });
    expect(JSON.stringify([table.headers, table.sample])).not.toMatch(/\ufffd|\ufeff/);
  }
  expect((await tableOf(gbk(zh))).sample[0]).toEqual(["深圳某某贸易有限公司", "12.5万", "2025-03-01"]);
});

test("the dividing mark is the one that divides every line alike", async () => {
  expect((await tableOf("Name;Amount\nA, B & Co;1.200,50\nC Ltd;3,00\n")).format).toMatchObject({
    delimiter: ";",
  });
  expect((await tableOf("Name\tAmount\nA, B\t1,200\n")).format).toMatchObject({ delimiter: "\t" });
  expect((await tableOf('Name,Amount\n"A; B; C",1\n')).format).toMatchObject({ delimiter: "," });
});

test("records come out the same however the text is cut on its way", () => {
  const text = 'a,"b\r\n""x"" , y",c\r\n1,2,3\r\n\r\n"",5" pipe,end';
  const whole = [
    ["a", 'b\r\n"x" , y', "c"],
    ["1", "2", "3"],
    ["", '5" pipe', "end"],
  ];
  for (let size = 1; size <= text.length; size += 1) {
    const splitter = csvSplitter(",");
    const rows: string[][] = [];
    for (let at = 0; at < text.length; at += size)
      rows.push(...splitter.push(text.slice(at, at + size)).rows);
    rows.push(...splitter.end().rows);
    expect(rows, `cut every ${size}`).toEqual(whole);
  }
});

test("lines that end in a carriage return alone are lines", async () => {
  expect((await tableOf('Name,Amount\rA,1\r"B\r",2\r')).sample).toEqual([
    ["A", "1"],
    ["B\r", "2"],
  ]);
});

test("a quotation mark that nothing closes is named with its row, not swallowed", async () => {
  const table = await openTable(aFile('Name,Amount\nA Inc,1\n"B Inc,2\nC Inc,3\n'));
  expect(table).toEqual({ ok: false, error: { kind: "file-quote-open", rowNo: 3 } });
});

test("what is no table is refused by its contents, whatever its name", async () => {
  expect(await refusalOf("")).toBe("file-empty");
  expect(await refusalOf("%PDF-1.4 something")).toBe("file-not-a-table");
  expect(await refusalOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toBe("file-not-a-table");
  expect(await refusalOf('{"rows":[]}')).toBe("file-not-a-table");
  expect(await refusalOf("Name,Amount\n")).toBe("file-header-only");
  expect(await refusalOf(`${Array.from({ length: 501 }, (_, at) => `c${at}`).join(",")}\n1\n`)).toBe(
    "file-too-many-columns",
  );
  expect(await refusalOf(`Name\n"${"x".repeat(1_200_000)}`)).toBe("file-row-too-long");
});

test("a workbook's texts, figures and dates are read as people see them", async () => {
  const table = await tableOf(
    anXlsx([
      ["Name", "Amount", "Due"],
      ["A & B Inc", 1234.5, { date: 45_000 }],
      ["C Inc", 1.5e7, { date: 61 }],
    ]),
  );
  expect(table.headers).toEqual(["Name", "Amount", "Due"]);
  expect(table.sample).toEqual([
    ["A & B Inc", "1234.5", "2023-03-15"],
    ["C Inc", "15000000", "1900-03-01"],
  ]);
});

const workbookWith = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
    { level: 6 },
  );

test("a workbook that unpacks to a thousand times its size is not opened", async () => {
  const bomb = new Uint8Array(12_000_000);
  expect(await refusalOf(workbookWith({ "xl/worksheets/sheet1.xml": bomb }))).toBe("file-zip-bomb");
  const sheet = "<worksheet><sheetData><row r='1'><c t='s'><v>0</v></c></row></sheetData></worksheet>";
  expect(
    await refusalOf(workbookWith({ "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": bomb })),
  ).toBe("file-zip-bomb");
});

test("a workbook that lies about how much is in it is stopped while it unpacks", async () => {
  const zip = Buffer.from(
    workbookWith({ "xl/worksheets/sheet1.xml": `<worksheet>${" ".repeat(12_000_000)}</worksheet>` }),
  );
  const directory = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  zip.writeUInt32LE(1_000, directory + 24);
  expect(await refusalOf(zip)).toBe("file-zip-bomb");
});

test("entities, too many entries and a broken archive open nothing", async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>';
  expect(await refusalOf(workbookWith({ "xl/worksheets/sheet1.xml": laughs }))).toBe("file-zip-bomb");
  const many = Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`x/${at}.xml`, "<a/>"]));
  expect(await refusalOf(workbookWith({ "xl/worksheets/sheet1.xml": "<worksheet/>", ...many }))).toBe(
    "file-zip-bomb",
  );
  expect(await refusalOf(Buffer.from("PK\x03\x04 and then nothing of an archive"))).toBe("file-zip-broken");
  expect(await refusalOf(workbookWith({ "word/document.xml": "<document/>" }))).toBe("file-not-a-table");
});

test("chunks begin behind the row they are asked from, and number rows as the file does", async () => {
  const table = await tableOf("\n\nName,Amount\nA,1\n\nB,2\nC,3\n");
  const numbers = async (after: number) => {
    const found: number[][] = [];
    for await (const { rowNos } of tableChunks(table, { after, size: 2 })) found.push(rowNos);
    return found;
  };
  expect(await numbers(0)).toEqual([[4, 6], [7]]);
  expect(await numbers(6)).toEqual([[7]]);
});
