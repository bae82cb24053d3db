import { entries } from "#app/domain/places/entries.ts";
import { fields } from "./fields.ts";

/** A code that rounds are listed under (`terms` of a listing) with all the words people use for it. */
export type Entry = { term: string; words: readonly string[] };

/** Kinds, debtors, mandates, fees and money: code and words, a comma between two that stand together. */
const lists: Record<string, string> = {
  "k:loan_bank": "bank loan,银行贷款,金融机构贷款",
  "k:loan_private": "private loan,民间借贷,借款",
  "k:goods": "goods,sale of goods,货物,买卖,货款",
  "k:services": "services,服务,服务费",
  "k:rent": "rent,租金,房租",
  "k:invoice_b2b": "business invoice,b2b invoice,企业账款,对公账款,发票",
  "k:other": "other,其他",
  "d:natural_consumer": "consumer,private person,individual,自然人,个人,消费者",
  "d:sole_trader": "sole trader,self-employed,freelancer,个体户,个体工商户",
  "d:company": "company,corporate,business debtor,公司,企业,法人",
  "u:consumer": "consumer,消费",
  "u:commercial": "commercial,商业,经营性",
  "s:formal_demand": "amicable,out of court,letter,demand,催收,催告,律师函,非诉",
  "s:judgment": "lawsuit,litigation,court,sue,诉讼,起诉,打官司",
  "s:enforcement": "enforcement,execution,bailiff,强制执行,执行",
  "m:success": "success fee,contingency,no win no fee,风险代理,胜诉收费,按回款收费",
  "m:fixed": "fixed fee,flat fee,固定收费,一口价",
  "m:hourly": "hourly,计时收费,按小时",
  "m:hybrid": "hybrid fee,mixed fee,混合收费",
  "o:case": "single case,单案,个案",
  "o:lot": "lot,portfolio,batch,资产包,批量,打包",
  "y:USD": "usd,dollar,美元",
  "y:CNY": "cny,rmb,yuan,renminbi,人民币",
  "y:EUR": "eur,euro,欧元",
  "y:GBP": "gbp,pound,sterling,英镑",
  "y:HKD": "hkd,hong kong dollar,港币,港元",
  "y:JPY": "jpy,yen,日元",
};

/** A two-letter abbreviation alone (`ny`) is a word of its state; longer codes are words as they stand. */
const shortCode = (code: string) => (/^US-[A-Z]{2}$/.test(code) ? [code.slice(3)] : []);

export const vocabulary: readonly Entry[] = [
  ...entries.map(({ place, aliases }) => ({
    term: `p:${place.code}`,
    words: [place.zh, place.en, ...aliases, place.code, ...shortCode(place.code)],
  })),
  ...fields.map(({ code, zh, en, aliases }) => ({ term: `f:${code}`, words: [zh, en, ...aliases] })),
  ...Object.entries(lists).map(([term, words]) => ({ term, words: words.split(",") })),
];
