/**
 * Whoever may be named in a round's questions and answers and must not be. Every text is as it was typed.
 */
export type Hidden = {
  debtor: {
    name: string;
    isCompany: boolean;
    email: string | null;
    phone: string | null;
    address: string | null;
  };
  /** Names of the creditor and of whoever asks. */
  organizations: readonly string[];
  /** Invoice or contract number, case and court numbers. */
  references: readonly string[];
  /** Names that the masked card tells already: the place. */
  told: readonly string[];
};

/** What a text gives away. `contact` and `number` are said of any text, whomever they belong to. */
export const giveaways = [
  "contact",
  "number",
  "name",
  "organization",
  "phone",
  "mail",
  "address",
  "reference",
] as const;
export type Giveaway = (typeof giveaways)[number];

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const chineseDigits: Record<string, string> = Object.fromEntries(
  [..."〇一二三四五六七八九"]
    .map((digit, at) => [digit, String(at)])
    .concat([
      ["零", "0"],
      ["幺", "1"],
      ["两", "2"],
    ]),
);

/** One spelling for many: width, accents, case, invisible marks. */
const plain = (text: string): string =>
  text.normalize("NFKD").replace(invisible, "").replace(/\p{M}/gu, "").toLowerCase();
const words = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const joined = (text: string): string => words(text).join("");
const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Dates and grouped amounts, which are no numbers of anybody. */
const dates =
  /\b(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}\b/g;
const grouped = /\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b/g;

/** Runs of figures with what people put between them taken out. Chinese figures count when several stand in a row. */
function numbersIn(text: string, spaced: boolean): string[] {
  const figures = plain(text)
    .replace(/[〇零一幺二两三四五六七八九]{4,}/g, (run) =>
      [...run].map((digit) => chineseDigits[digit]).join(""),
    )
    .replace(dates, " ; ")
    .replace(grouped, (amount) => ` ;${amount.replaceAll(",", "")}; `);
  const run = spaced ? /\d(?:[\s().+\-/·_]{0,3}\d)*/g : /\d+/g;
  return (figures.match(run) ?? []).map((each) => each.replace(/\D/g, ""));
}

/** As long as the shortest telephone or account number that stands for itself. */
const longNumber = 7;
const amountOfMoney =
  /(?:[$€£¥]|usd|cny|eur|gbp|rmb|hkd|jpy)\s?\d+(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?\s?(?:元|usd|cny|eur|gbp|rmb|hkd|jpy)/g;

const contact =
  /@|\(at\)|\[at\]|https?:|www\.|\b[\p{L}\p{N}-]+\.(?:com|cn|net|org|info|io|biz|eu|de|co|uk|us|example)\b/iu;

/** What no question and no answer may hold, whoever it is: a way to reach somebody, a number that stands for somebody. */
export function contactsIn(text: string): Giveaway[] {
  const bare = plain(text).replace(grouped, " ; ").replace(amountOfMoney, " ; ");
  const long = numbersIn(bare, true).some((run) => run.length >= longNumber);
  return [
    ...(contact.test(plain(text)) ? (["contact"] as const) : []),
    ...(long ? (["number"] as const) : []),
  ];
}

/** Words of firms and streets that name nobody. */
const common = new Set(
  `limited company corporation incorporated group holding holdings trading services service solutions industries
  international global partners partner associates enterprise enterprises management consulting technology technologies
  systems retail wholesale store stores shop buyer supplier customer debtor creditor demo example person firm office agency
  bank finance capital investment property construction transport logistics foods medical energy media design engineering
  gmbh kg ltd llc plc inc corp street road avenue lane drive court place square crescent suite floor building apartment house
  north south east west central city county state and the for with of from strasse weg platz`.split(/\s+/),
);
const chineseForm =
  /(?:股份有限公司|有限责任公司|有限公司|分公司|集团|公司|合伙企业|事务所|商行|经营部|工作室|店|厂)+/g;
const chineseSeat = /^(?:[\p{Script=Han}]{2,7}?(?:省|自治区|市|区|县))+/u;

/** The words of a name that single somebody out. */
const telling = (name: string, least: number) =>
  words(name).filter(
    (word) => !isHan(word) && word.length >= least && !common.has(word) && !/^\d+$/.test(word),
  );

function namesIn(text: string, name: string, isCompany: boolean): boolean {
  const said = words(text);
  const whole = words(name);
  if (whole.length === 0) return false;
  if (isHan(name)) {
    const full = joined(name);
    const core = full.replace(chineseForm, "").replace(chineseSeat, "");
    const near = joined(text);
    return [full, core].some((each) => each.length >= 2 && near.includes(each));
  }
  const inRow = said.some((_, at) => whole.every((word, offset) => said[at + offset] === word));
  const compact = joined(name);
  const run = compact.length >= 8 && joined(text).includes(compact);
  return inRow || run || telling(name, isCompany ? 4 : 3).some((word) => said.includes(word));
}

/** Mail providers whose name tells nothing. */
const publicMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|qq|163|126|sina|gmx|web|proton|protonmail)$/;

function mailIn(text: string, email: string): boolean {
  const [local, domain] = plain(email).split("@");
  const house = domain?.split(".")[0] ?? "";
  const near = joined(text);
  return (
    (local.length >= 4 &&
      !/^(?:info|mail|office|accounts?|contact|sales|admin|billing|service)$/.test(local) &&
      near.includes(joined(local))) ||
    (house.length >= 3 &&
      !publicMail.test(house) &&
      words(text).some((word) => word === house || (house.length >= 6 && word.includes(house))))
  );
}

/** The last seven figures are enough to ring somebody up in the right town. */
function phoneIn(text: string, phone: string): boolean {
  const figures = numbersIn(phone, true).join("");
  const tail = figures.slice(-longNumber);
  return tail.length >= 5 && numbersIn(text, true).some((run) => run.includes(tail));
}

function addressIn(text: string, address: string, told: readonly string[]): boolean {
  const known = new Set(told.flatMap(words));
  const said = new Set([...numbersIn(text, false), ...numbersIn(text, true)]);
  const house = numbersIn(address, false).filter((run) => run.length >= 3);
  const street = isHan(address)
    ? (joined(address)
        .replace(chineseSeat, "")
        .match(/[\p{Script=Han}]{2,6}?(?:路|街|道|巷|弄|村|大厦|广场|小区|花园)/gu) ?? [])
    : [];
  const near = joined(text);
  return (
    house.some((run) => said.has(run)) ||
    street.some((each) => near.includes(each)) ||
    telling(address, 5).some((word) => !known.has(word) && words(text).includes(word))
  );
}

/** Everything in a text that tells who the debtor is, or who asks and answers. Told to the creditor, who knows it anyway, and to nobody else. */
export function giveawaysIn(text: string, { debtor, organizations, references, told }: Hidden): Giveaway[] {
  const near = joined(text);
  const found: Record<Giveaway, boolean> = {
    contact: contactsIn(text).includes("contact"),
    number: contactsIn(text).includes("number"),
    name: namesIn(text, debtor.name, debtor.isCompany),
    organization: organizations.some((name) => namesWhole(text, name)),
    phone: debtor.phone !== null && phoneIn(text, debtor.phone),
    mail: debtor.email !== null && mailIn(text, debtor.email),
    address: debtor.address !== null && addressIn(text, debtor.address, told),
    reference: references.some((each) => joined(each).length >= 4 && near.includes(joined(each))),
  };
  return giveaways.filter((each) => found[each]);
}

/** A firm's own name as it stands, its form of company aside. */
export const namesWhole = (text: string, name: string): boolean => namedIn(joined(text), name);

/** `near` is a text's letters and figures in one run. */
function namedIn(near: string, name: string): boolean {
  const core = isHan(name)
    ? joined(name).replace(chineseForm, "").replace(chineseSeat, "")
    : words(name)
        .filter(
          (word, at, all) =>
            !(at === all.length - 1 && /^(?:ltd|llc|inc|plc|gmbh|limited|corp|corporation)$/.test(word)),
        )
        .join("");
  return core.length >= (isHan(name) ? 2 : 5) && near.includes(core);
}

/** A lot's debtor as its words are looked for. */
export type LotDebtor = { name: string; reference: string };

/**
 * Looks in a text of a lot's round for one debtor after another. Only whole names and references count: of thousands of
 * debtors somebody bears almost every single word. Ways to reach somebody are `contactsIn`'s to find, whoever it is.
 */
export function lotDebtorsIn(text: string): (debtor: LotDebtor) => Giveaway[] {
  const near = joined(text);
  return ({ name, reference }) => {
    const told = joined(reference);
    const found = { name: namedIn(near, name), reference: told.length >= 5 && near.includes(told) };
    return giveaways.filter((each) => each in found && found[each as keyof typeof found]);
  };
}
