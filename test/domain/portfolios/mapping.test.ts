import fc from "fast-check";
import { expect, test } from "vitest";
import { isContactColumn, mapColumns } from "#app/domain/portfolios/columns.ts";
import { mappingFor } from "#app/domain/portfolios/mapping.ts";
import { importText } from "#app/domain/portfolios/portfolio.ts";
import { csvLine, safeCell } from "#app/domain/portfolios/reject-file.ts";
import { en } from "#app/messages/en.ts";

const named = (headers: string[], rows: string[][] = []) =>
  Object.fromEntries(
    Object.entries(mapColumns({ headers, rows })).map(([field, at]) => [field, headers[at ?? -1]]),
  );

test("columns are found by what they are called in English, German and Chinese", () => {
  expect(named(["LoanNr_ChkDgt", "Name", "State", "Zip", "ChgOffDate", "ChgOffPrinGr", "GrAppv"])).toEqual({
    reference: "LoanNr_ChkDgt",
    debtorName: "Name",
    province: "State",
    postcode: "Zip",
    dueOn: "ChgOffDate",
    principal: "ChgOffPrinGr",
  });
  expect(named(["合同编号", "借款人姓名", "剩余本金", "到期日", "手机号"])).toEqual({
    reference: "合同编号",
    debtorName: "借款人姓名",
    principal: "剩余本金",
    dueOn: "到期日",
    phone: "手机号",
  });
  expect(named(["Schuldner", "Betrag", "Fälligkeit", "PLZ"])).toMatchObject({
    debtorName: "Schuldner",
    dueOn: "Fälligkeit",
  });
});

test("where headers say nothing, the cells do", () => {
  const rows = [
    ["Acme Trading Inc", "CA", "1,200.50", "2024-05-01", "a@acme.example"],
    ["Beta Foods LLC", "NY", "88.00", "2023-01-15", "b@beta.example"],
  ];
  expect(named(["c1", "c2", "c3", "c4", "c5"], rows)).toEqual({
    debtorName: "c1",
    province: "c2",
    principal: "c3",
    dueOn: "c4",
    email: "c5",
  });
});

test("columns of people who do not owe are known under many names, and an invoice's reference is not one", () => {
  for (const header of [
    "Emergency contact",
    "EmergencyContactPhone",
    "next_of_kin",
    "Spouse name",
    "References",
    "Reference 1 phone",
    "contact2",
    "Contact person",
    "紧急联系人",
    "第二联系人电话",
    "配偶姓名",
    "亲属电话",
    "单位电话",
    "通讯录",
    "Employer",
  ])
    expect(isContactColumn(header), header).toBe(true);
  for (const header of [
    "Reference",
    "Reference No",
    "Contract date",
    "Contact",
    "Phone",
    "Debtor",
    "联系电话",
    "本人电话",
    "Family name",
    "Person",
  ])
    expect(isContactColumn(header), header).toBe(false);
});

const sample = {
  headers: ["Name", "Amount", "Due date", "State", "父亲电话"],
  rows: [["A Inc", "1.00", "3/14/2024", "CA", "1"]],
  fileName: "x.csv",
};

test("such a column stops the file, is never mapped by anybody, and is left out only when that is agreed", () => {
  expect(mappingFor(sample, {}, "US")).toEqual({
    ok: false,
    error: { kind: "contact-columns", columns: ["父亲电话"] },
  });
  const leaveOut = ["父亲电话"];
  expect(mappingFor(sample, { leaveOut, columns: { phone: "父亲电话" } }, "US")).toMatchObject({
    ok: false,
    error: { kind: "column-refused" },
  });
  expect(mappingFor(sample, { leaveOut, columns: { phone: 5 } }, "US")).toMatchObject({
    ok: false,
    error: { kind: "column-refused" },
  });
  expect(mappingFor(sample, { leaveOut }, "US")).toMatchObject({ ok: true });
});

test("a mapping's own word goes before what a file seems to say, and a needed field without a column is asked for", () => {
  const plain = { ...sample, headers: sample.headers.slice(0, 4), rows: [sample.rows[0].slice(0, 4)] };
  const mapped = mappingFor(
    plain,
    { dateOrder: "dmy", terms: { claimKind: "rent" }, columns: { province: null } },
    "US",
  );
  expect(mapped).toMatchObject({
    ok: true,
    value: { terms: { claimKind: "rent" }, forms: { dates: { dueOn: { order: "dmy", by: "mapping" } } } },
  });
  expect(mapped.ok && mapped.value.columns.province).toBeUndefined();
  expect(mappingFor(plain, {}, "US")).toMatchObject({
    ok: true,
    value: { forms: { dates: { dueOn: { order: "mdy", by: "file" } } } },
  });
  expect(
    mappingFor(
      { ...plain, headers: ["Name", "Amount", "x", "State"], rows: [["A Inc", "1", "n", "CA"]] },
      {},
      "US",
    ),
  ).toEqual({
    ok: false,
    error: { kind: "columns-missing", fields: ["dueOn"] },
  });
  expect(mappingFor(plain, { columns: { dueOn: "Nope" } }, "US")).toMatchObject({
    ok: false,
    error: { kind: "column-unknown" },
  });
});

test("an import is the same whichever way its mapping was spelled", () => {
  const auto = mappingFor({ ...sample, headers: ["Name", "Amount", "Due date", "State"] }, {}, "US");
  const typed = mappingFor(
    { ...sample, headers: ["Name", "Amount", "Due date", "State"] },
    { columns: { dueOn: 3, debtorName: "name" }, dateOrder: "mdy" },
    "US",
  );
  if (!auto.ok || !typed.ok) throw new Error("both read");
  expect(importText("c", "f", typed.value)).toBe(importText("c", "f", auto.value));
});

test("no cell of a file we write is a formula to a spreadsheet, and nothing of its text is lost", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =cmd|' /C calc'!A0", "\n=1"])
    expect(safeCell(text).replace(/^"/, ""), JSON.stringify(text)).toMatch(/^'/);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = safeCell(text);
      const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
      expect(shown.endsWith(text)).toBe(true);
      expect(/^[=+\-@\t\r\n]/.test(shown)).toBe(false);
    }),
  );
  expect(csvLine(["a", 'b"c', "d,e"])).toBe('a,"b""c","d,e"\r\n');
});

test("every reason that a row can be refused for has words", () => {
  const reasons = Object.keys(en).filter((key) => key.startsWith("import.reason."));
  expect(reasons.length).toBeGreaterThan(20);
});
