import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/** A Word document as ISO/IEC 29500 asks for at the least, a paragraph a text; `parts` are further files in it. */
export function docxSaying(
  paragraphs: readonly string[],
  parts: Record<string, Uint8Array> = {},
): Uint8Array {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("");
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync(
    {
      "[Content_Types].xml": xml(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`,
      ),
      "_rels/.rels": xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
      ),
      "word/document.xml": xml(`<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`),
      ...parts,
    },
    { mtime: "2026-03-02T09:00:00" },
  );
}

/** 欠款确认 in GB 18030. */
const acknowledged = Buffer.from("c7b7bfeec8b7c8cf", "hex");

/** An e-mail as a mail program saves it: an acknowledgement in GB 18030, in HTML alone, with a file that hangs on it. */
export const savedMail = Buffer.from(
  [
    "Received: from mail.example (mail.example [192.0.2.7])",
    "\tby mx.example; Mon, 2 Mar 2026 09:00:01 +0800",
    "From: =?gb18030?B?1cXI/Q==?= <zhang@debtor.example>",
    "To: Accounts <accounts@creditor.example>, sales@creditor.example",
    "Date: Mon, 02 Mar 2026 09:00:00 +0800",
    "Subject: =?utf-8?Q?Re:_invoice_7_=E2=80=93_we_will_pay?=",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/html; charset=gb18030",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.concat([
      Buffer.from("<p>We pay on 1 April.<script>alert(1)</script></p><p>"),
      acknowledged,
    ]).toString("base64"),
    "--b",
    'Content-Type: application/pdf; name="balance.pdf"',
    'Content-Disposition: attachment; filename="balance.pdf"',
    "Content-Transfer-Encoding: base64",
    "",
    "JVBERi0=",
    "--b--",
    "",
  ].join("\r\n"),
);
