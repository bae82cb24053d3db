import type { Template } from "./template.ts";

/**
 * Text messages: no free passage, no amount and no word on why somebody owes, since a phone shows them to whoever looks at it. Each says who
 * writes, where it can be checked and answered, and the words that end the messages.
 */
const sms = {
  version: 1,
  step: "sms",
  channel: "sms",
  subject: "",
  asks: [],
} as const satisfies Partial<Template>;

const us = { ...sms, pack: "US", language: "en" } as const;
const usSender = {
  text: "{collector}, a debt collector, for {creditor}. Ref {caseCode}.",
  carries: ["senderIdentity", "creditorName", "collectorDisclosure"],
};
const usAnswer = {
  text: "See it, dispute it, pay or ask for time: {doorUrl}",
  carries: ["howToDispute"],
};
const usPurpose = {
  text: "This is an attempt to collect a debt. Any information obtained will be used for that purpose.",
  carries: ["debtCollectorStatement"],
};
const usStop = { text: "Reply STOP to stop texts.", carries: ["optOut"] };
const usItems = ["senderIdentity", "collectorDisclosure", "debtCollectorStatement", "howToDispute", "optOut"];

const gb = { ...sms, pack: "GB-EW", language: "en" } as const;
const gbSender = {
  text: "{collector} for {creditor}. Ref {caseCode}.",
  carries: ["senderIdentity", "creditorName"],
};
const gbAnswer = {
  text: "See it, disagree, pay or ask for time: {doorUrl}",
  carries: ["howToDispute", "helpToPay"],
};
const gbAdvice = { text: "Free advice: www.stepchange.org", carries: ["freeAdvice"] };
const gbStop = { text: "Reply STOP to stop texts.", carries: ["optOut"] };
const gbItems = ["senderIdentity", "creditorName", "howToDispute", "helpToPay", "freeAdvice", "optOut"];

const de = { ...sms, pack: "DE", language: "de" } as const;
const deSender = {
  text: "{collector} für {creditor}. Zeichen {caseCode}.",
  carries: ["senderIdentity", "creditorName"],
};
const deAnswer = {
  text: "Ansehen, widersprechen, zahlen oder um Zeit bitten: {doorUrl}",
  carries: ["howToDispute", "helpToPay"],
};
const deAdvice = { text: "Kostenlose Beratung: www.meine-schulden.de", carries: ["freeAdvice"] };
const deStop = { text: "Keine SMS mehr: Antworten Sie STOP.", carries: ["optOut"] };
const deItems = ["senderIdentity", "creditorName", "howToDispute", "freeAdvice", "optOut"];

const cn = { ...sms, pack: "CN", language: "zh" } as const;
const cnSender = {
  text: "【{collector}】受{creditor}委托，案件编号{caseCode}，执业证号{licence}。",
  carries: ["identifiesSender", "senderAuthority", "creditorId"],
};
const cnAnswer = {
  text: "查看、提出异议、付款或申请宽限：{doorUrl}",
  carries: ["howToDispute", "howToProposePlan"],
};
const cnStop = { text: "拒收请回复T", carries: ["optOut"] };
const cnItems = ["identifiesSender", "senderAuthority", "howToDispute", "howToProposePlan", "optOut"];

export const smsTemplates: readonly Template[] = [
  {
    ...us,
    id: "us.sms.written",
    checklist: usItems,
    passages: [usSender, { text: "We have written to you; please read it." }, usAnswer, usPurpose, usStop],
  },
  {
    ...us,
    id: "us.sms.no-answer",
    checklist: usItems,
    passages: [usSender, { text: "We have had no answer from you yet." }, usAnswer, usPurpose, usStop],
  },
  {
    ...gb,
    id: "gb.sms.written",
    checklist: gbItems,
    passages: [gbSender, { text: "We have written to you; please read it." }, gbAnswer, gbAdvice, gbStop],
  },
  {
    ...gb,
    id: "gb.sms.no-answer",
    checklist: gbItems,
    passages: [gbSender, { text: "We have had no answer from you yet." }, gbAnswer, gbAdvice, gbStop],
  },
  {
    ...de,
    id: "de.sms.written",
    checklist: deItems,
    passages: [
      deSender,
      { text: "Wir haben Ihnen geschrieben; bitte lesen Sie es." },
      deAnswer,
      deAdvice,
      deStop,
    ],
  },
  {
    ...de,
    id: "de.sms.no-answer",
    checklist: deItems,
    passages: [deSender, { text: "Wir haben noch keine Antwort von Ihnen." }, deAnswer, deAdvice, deStop],
  },
  {
    ...cn,
    id: "cn.sms.written",
    checklist: cnItems,
    passages: [cnSender, { text: "我们已给您寄发函件，请查阅。" }, cnAnswer, cnStop],
  },
  {
    ...cn,
    id: "cn.sms.no-answer",
    checklist: cnItems,
    passages: [cnSender, { text: "我们尚未收到您的答复。" }, cnAnswer, cnStop],
  },
];
