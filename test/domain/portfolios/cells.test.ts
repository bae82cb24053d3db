import { expect, test } from "vitest";
import { dateOf, dayOf } from "#app/domain/law/calendar/civil.ts";
import { decimalMarkIn, readAmount } from "#app/domain/portfolios/amount-cells.ts";
import { dateOrderIn, readDate } from "#app/domain/portfolios/date-cells.ts";
import { placeReader } from "#app/domain/portfolios/place-cells.ts";

const today = dayOf("2026-11-26");
const dateIn = (text: string, order: "dmy" | "mdy" | null = null) => {
  const day = readDate(text, { order, today });
  return typeof day === "number" ? dateOf(day) : day;
};

test("dates are read in all the forms that files bring", () => {
  const forms: [string, string][] = [
    ["6/22/1980", "1980-06-22"],
    ["24-Jun-91", "1991-06-24"],
    ["4-Oct-05", "2005-10-04"],
    ["2024-03-05", "2024-03-05"],
    ["2024-03-05T10:00:00", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["20240305", "2024-03-05"],
    ["2024年3月5日", "2024-03-05"],
    ["05.03.2024", "2024-03-05"],
    ["25/12/2023", "2023-12-25"],
    ["March 5, 2024", "2024-03-05"],
    ["5. März 2024", "2024-03-05"],
  ];
  for (const [text, date] of forms) expect(dateIn(text), text).toBe(date);
  for (const text of ["31/02/2024", "2024-13-01", "soon", "45000", "29-Feb-23", "1/2/3/4"])
    expect(dateIn(text), text).toBeNull();
});

test("a year of two digits is never one to come", () => {
  expect([dateIn("26-Nov-26"), dateIn("27-Nov-26"), dateIn("1-Jan-30")]).toEqual([
    "2026-11-26",
    "1926-11-27",
    "1930-01-01",
  ]);
});

test("day and month are told apart by the column's evidence, and refused where there is none", () => {
  expect(dateIn("3/4/2024")).toBe("undecided");
  expect([dateIn("3/4/2024", "dmy"), dateIn("3/4/2024", "mdy"), dateIn("4/4/2024")]).toEqual([
    "2024-04-03",
    "2024-03-04",
    "2024-04-04",
  ]);
  expect(dateOrderIn(["3/4/2024", "25/4/2024"])).toBe("dmy");
  expect(dateOrderIn(["3/4/2024", "4/25/2024"])).toBe("mdy");
  expect(dateOrderIn(["25/4/2024", "4/25/2024"])).toBe("conflict");
  expect(dateOrderIn(["3/4/2024", "31.12.2024", "2024-05-05"])).toBeNull();
});

test("amounts are read in all the forms that files bring", () => {
  const forms: [string, "USD" | "EUR" | "CNY" | "JPY", number][] = [
    ["1234", "USD", 123_400],
    ["1,234.56", "USD", 123_456],
    ["1.234,56", "EUR", 123_456],
    ["€ 1.234,56", "EUR", 123_456],
    ["$208,959", "USD", 20_895_900],
    ["1'234.50", "USD", 123_450],
    ["1 234,5", "EUR", 123_450],
    ["￥12.5万", "CNY", 12_500_000],
    ["３万元", "CNY", 3_000_000],
    ["1.2亿", "CNY", 12_000_000_000],
    ["RMB 800", "CNY", 80_000],
    ["5000", "JPY", 5_000],
    ["0.01", "USD", 1],
  ];
  for (const [text, currency, minor] of forms) expect(readAmount(text, currency, null), text).toBe(minor);
});

test("what is no claim's amount is refused with what is wrong with it", () => {
  const refused: [string, string][] = [
    ["0", "amount_zero"],
    ["0.00", "amount_zero"],
    ["-5", "amount_negative"],
    ["(1,234.00)", "amount_negative"],
    ["12.00-", "amount_negative"],
    ["12.00 CR", "amount_negative"],
    ["=1+1", "amount"],
    ["12ab", "amount"],
    ["1,23,4", "amount"],
    ["12.345678", "amount_decimals"],
    ["9999999999999", "amount_large"],
    ["€500", "currency_differs"],
    ["500 CNY", "currency_differs"],
    ["500 XYZ", "currency_unknown"],
    ["1.234", "amount_unclear"],
  ];
  for (const [text, reason] of refused)
    expect(readAmount(text, "USD", null), text).toBe(`import.reason.${reason}`);
});

test("one separator before three digits is read by the column's decimal mark", () => {
  expect([readAmount("1.234", "EUR", "comma"), readAmount("1,234", "EUR", "point")]).toEqual([
    123_400, 123_400,
  ]);
  expect(readAmount("1,234", "EUR", "comma")).toBe("import.reason.amount_decimals");
  expect(decimalMarkIn(["1.234", "1.234,50"])).toBe("comma");
  expect(decimalMarkIn(["1,234", "88.10"])).toBe("point");
  expect(decimalMarkIn(["1,50", "2.50"])).toBeNull();
  expect(decimalMarkIn(["100", "1.234"])).toBeNull();
});

const at = (given: Partial<Parameters<ReturnType<typeof placeReader>>[0]>, home: string | null = "US") => {
  const found = placeReader(home)({
    country: "",
    province: "",
    city: "",
    postcode: "",
    address: "",
    ...given,
  });
  return typeof found === "string" ? found : found.placeCode;
};

test("a ZIP code gets its lost zeros back and must lie in its state", () => {
  expect(at({ province: "NJ", postcode: "7083" })).toBe("US-NJ");
  expect(at({ province: "MA", postcode: "2139-1234" })).toBe("US-MA");
  expect(at({ postcode: "7083" })).toBe("US-NJ");
  expect(at({ province: "WV", postcode: "0" })).toBe("US-WV");
  expect(at({ province: "CA", postcode: "10001" })).toBe("import.reason.zip_state");
  expect(at({ province: "CA", postcode: "ABCDE" })).toBe("import.reason.zip");
});

test("places are found by name, short name, code and address, down to the city where the law needs it", () => {
  expect(at({ province: "California" })).toBe("US-CA");
  expect(at({ province: "NY", city: "New York City" })).toBe("US-NY-NYC");
  expect(at({ province: "广东", city: "深圳" }, "CN")).toBe("CN-440300");
  expect(at({ address: "广东省深圳市南山区某某路1号" }, "CN")).toBe("CN-440300");
  expect(at({ city: "深圳市" }, "CN")).toBe("CN-440300");
  expect(at({ province: "广东省" }, "CN")).toBe("import.reason.city_missing");
  expect(at({ country: "Germany", city: "München" })).toBe("DE-BY");
  expect(at({ country: "UK", province: "England" })).toBe("GB-EW");
  expect(at({ country: "UK", province: "Scotland" })).toBe("import.reason.place_refused");
  expect(at({ country: "France", city: "Paris" })).toBe("import.reason.place_unknown");
  expect(at({}, null)).toBe("import.reason.place_missing");
});

test("rows that differ in nothing but their addresses are not taken for one Chinese place", () => {
  const placed = placeReader("CN");
  const cells = { country: "", province: "浙江省", city: "本市", postcode: "" };
  const codes = ["杭州市西湖区1号", "宁波市海曙区2号"].map((address) => {
    const found = placed({ ...cells, address });
    return typeof found === "string" ? found : found.placeCode;
  });
  expect(codes).toEqual([
    at({ ...cells, address: "杭州市" }, "CN"),
    at({ ...cells, address: "宁波市" }, "CN"),
  ]);
  expect(new Set(codes).size).toBe(2);
});
