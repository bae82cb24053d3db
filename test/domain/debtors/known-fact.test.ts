import { expect, test } from "vitest";
import { affordable } from "#app/domain/debtors/affordable.ts";
import { answersOnFile, readingsOf } from "#app/domain/debtors/known-fact.ts";

const onFile = (given: Partial<Parameters<typeof answersOnFile>[0]>) =>
  answersOnFile({ phone: null, address: null, principal: 320_000, currency: "GBP", ...given });
const opens = (given: Parameters<typeof onFile>[0], typed: string) =>
  readingsOf(typed).some((reading) => onFile(given).includes(reading));

test("a postcode of each country is found in its address, and read however it is typed", () => {
  const addresses: [string, string[]][] = [
    ["4 Marmalade Row, Leeds LS1 4AP", ["LS1 4AP", "ls14ap", "LS1-4AP"]],
    ["Demostraße 1, 10115 Berlin", ["10115", " 10115 ", "１０１１５"]],
    ["200 Elm Street, Fresno, CA 93701", ["93701"]],
    ["深圳市福田区橘子路 4 号 518000", ["518000"]],
  ];
  for (const [address, typed] of addresses)
    for (const each of typed) expect(opens({ address }, each), `${address}: ${each}`).toBe(true);
});

test("a house number, a street and a name open nothing", () => {
  const address = "4 Marmalade Row, Leeds LS1 4AP";
  for (const typed of ["4", "Leeds", "Marmalade Row", "LS1", "", "0"])
    expect(opens({ address }, typed), typed).toBe(false);
});

test("the end of a phone number opens, alone or with the rest; its beginning does not", () => {
  const phone = "+44 20 7946 0123";
  expect(opens({ phone }, "0123")).toBe(true);
  expect(opens({ phone }, "020 7946 0123")).toBe(true);
  expect(opens({ phone }, "7946")).toBe(false);
  expect(opens({ phone }, "123")).toBe(false);
});

test("the amount of the claim opens only where nothing of the person is on file", () => {
  expect(opens({}, "3,200.00")).toBe(true);
  expect(opens({}, "£3200")).toBe(true);
  expect(opens({ phone: "+44 20 7946 0123" }, "3200")).toBe(false);
  expect(opens({ address: "4 Marmalade Row, Leeds LS1 4AP" }, "3200")).toBe(false);
});

test("a plan is half of what is left over, never more than is owed, and nothing where nothing is left", () => {
  expect(affordable({ income: 150_000, spending: 130_000, owed: 320_000 })).toEqual({
    monthly: 10_000,
    months: 32,
  });
  expect(affordable({ income: 900_000, spending: 0, owed: 320_000 })).toEqual({
    monthly: 320_000,
    months: 1,
  });
  expect(affordable({ income: 130_000, spending: 130_001, owed: 320_000 })).toBeNull();
  expect(affordable({ income: 1, spending: 0, owed: 320_000 })).toBeNull();
});
