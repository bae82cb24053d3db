import { expect, test } from "vitest";
import { contactsIn, giveawaysIn, type Hidden } from "#app/domain/tenders/masking.ts";

const company: Hidden = {
  debtor: {
    name: "Zephyrine Quillfeather Holdings",
    isCompany: true,
    email: "accounts@quillfeather.example",
    phone: "+1 555 014 7733",
    address: "4471 Marmalade Crescent, Fresno, California 93650",
  },
  organizations: ["Brass Lantern Supplies Ltd"],
  references: ["INV-88213"],
  told: ["California", "United States"],
};
const chinese: Hidden = {
  debtor: {
    name: "深圳市蓝鲸示例贸易有限公司",
    isCompany: true,
    email: "wangfang@lanjing.example",
    phone: "13800138000",
    address: "深圳市南山区桂花路88号蓝鲸大厦1203室",
  },
  organizations: ["演示律师事务所"],
  references: [],
  told: ["深圳市"],
};

const hides = (hidden: Hidden, text: string) => giveawaysIn(text, hidden);

test.each([
  ["Quillfeather paid nothing since May.", "name"],
  ["It is ZÉPHYRINE quillfeather!", "name"],
  ["z e p h y r i n e? No: Zephyrine\u200bQuillfeather Holdings", "name"],
  ["Ｑｕｉｌｌｆｅａｔｈｅｒ", "name"],
  ["Ring 555-014-7733 and ask.", "phone"],
  ["the last figures are 014 (77) 33", "phone"],
  ["５５５ ０１４ ７７３３", "phone"],
  ["their house is quillfeather dot example", "name"],
  ["The warehouse stands in Marmalade Crescent", "address"],
  ["number 4471, second door", "address"],
  ["the post goes to 93650", "address"],
  ["see invoice INV 88213", "reference"],
  ["We, Brass Lantern Supplies, delivered it.", "organization"],
  ["write to a@b.example", "contact"],
  ["all of it is on www.somewhere.example/file", "contact"],
])("an answer that gives the debtor away is found: %s", (text, giveaway) => {
  expect(hides(company, text)).toContain(giveaway);
});

test.each([
  ["债务人是蓝鲸示例贸易", "name"],
  ["蓝 鲸 示 例 贸 易 有限公司", "name"],
  ["电话是一三八零零一三八零零零", "phone"],
  ["电话 138-0013-8000", "phone"],
  ["公司在桂花路", "address"],
  ["1203室", "address"],
  ["邮箱前面是 wangfang", "mail"],
])("so it is in Chinese: %s", (text, giveaway) => {
  expect(hides(chinese, text)).toContain(giveaway);
});

test.each([
  "The goods were delivered on 2026-03-14 and accepted in writing; 48,250.00 USD is open since then.",
  "Yes. Two reminders went out, the second on 12/05/2026, and one part of 1,200.00 was paid.",
  "The contract is in English, has an arbitration clause and was signed by both sides in 2024.",
  "No holding company stands behind it, and there is no street address we would be unsure of.",
  "欠款 126,400.00 元，2026年3月14日到期，有书面合同和对账单，没有仲裁条款。",
  "The debtor is in California, as the card says.",
  "USD 4825000 is the whole of it.",
])("what tells nobody who it is goes out: %s", (text) => {
  expect([...hides(company, text), ...hides(chinese, text)]).toEqual([]);
});

test("a question is refused for any telephone number or address, so that a refusal tells nothing of this debtor", () => {
  const [right, wrong] = ["Is it +1 555 014 7733?", "Is it +1 555 014 7734?"].map(contactsIn);
  expect(right).toEqual(["number"]);
  expect(wrong).toEqual(right);
  expect(contactsIn("Is the debtor Quillfeather?")).toEqual([]);
  expect(contactsIn("Are there 3 invoices of 2025 over 12,000.00?")).toEqual([]);
});
