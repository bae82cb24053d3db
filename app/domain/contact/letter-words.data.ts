import type { TemplateLanguage } from "./templates/template.ts";

type LetterWords = {
  licence: string;
  ourReference: string;
  yourReference: string;
  date: string;
  account: string;
  item: string;
  amount: string;
  principal: string;
  payment: string;
  earlierPayments: string;
  interestAndCosts: string;
  none: string;
  owed: string;
  /** Over a form that is cut off, and who sends it to whom. */
  cut: string;
  slipFrom: string;
  slipTo: string;
};

/** The words of a letter's frame, in the language of the letter. */
export const letterWords: Record<TemplateLanguage, LetterWords> = {
  en: {
    licence: "Licence",
    ourReference: "Our reference",
    yourReference: "Your reference",
    date: "Date",
    account: "What is owed, item by item",
    item: "Item",
    amount: "Amount",
    principal: "Amount due on {day}",
    payment: "Payment received on {day}",
    earlierPayments: "Earlier payments ({count})",
    interestAndCosts: "Interest and costs asked for in this letter",
    none: "none",
    owed: "Owed on {day}",
    cut: "Cut here and mail the part below",
    slipFrom: "From:",
    slipTo: "Mail this form to:",
  },
  de: {
    licence: "Zulassung",
    ourReference: "Unser Zeichen",
    yourReference: "Ihr Zeichen",
    date: "Datum",
    account: "Die Forderung im Einzelnen",
    item: "Posten",
    amount: "Betrag",
    principal: "Fällig am {day}",
    payment: "Zahlung vom {day}",
    earlierPayments: "Frühere Zahlungen ({count})",
    interestAndCosts: "Mit diesem Schreiben verlangte Zinsen und Kosten",
    none: "keine",
    owed: "Offen am {day}",
    cut: "Hier abtrennen und den unteren Teil zurücksenden",
    slipFrom: "Von:",
    slipTo: "Bitte senden an:",
  },
  zh: {
    licence: "执业证号",
    ourReference: "案件编号",
    yourReference: "合同或账单编号",
    date: "日期",
    account: "欠款明细",
    item: "项目",
    amount: "金额",
    principal: "{day}到期的款项",
    payment: "{day}收到的还款",
    earlierPayments: "此前的还款（{count} 笔）",
    interestAndCosts: "本函主张的利息和费用",
    none: "无",
    owed: "截至{day}尚欠",
    cut: "沿此线剪下，寄回下方部分",
    slipFrom: "寄件人：",
    slipTo: "请寄至：",
  },
};
