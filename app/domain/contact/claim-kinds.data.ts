import type { CaseAnswers } from "#app/domain/cases/answers.ts";
import type { TemplateLanguage } from "./templates/template.ts";

type Kind = CaseAnswers["claim"]["kind"];

/** What a claim is for, as a debtor reads it. */
export const claimKindWords: Record<TemplateLanguage, Record<Kind, string>> = {
  en: {
    loan_bank: "a bank loan",
    loan_private: "a private loan",
    goods: "goods that were delivered",
    services: "services that were provided",
    rent: "rent",
    invoice_b2b: "an invoice between businesses",
    other: "the agreement named below",
  },
  de: {
    loan_bank: "Bankdarlehen",
    loan_private: "privates Darlehen",
    goods: "gelieferte Ware",
    services: "erbrachte Leistungen",
    rent: "Miete",
    invoice_b2b: "Rechnung zwischen Unternehmen",
    other: "Vereinbarung",
  },
  zh: {
    loan_bank: "银行贷款",
    loan_private: "民间借款",
    goods: "货款",
    services: "服务费",
    rent: "租金",
    invoice_b2b: "企业间往来款",
    other: "合同款项",
  },
};
