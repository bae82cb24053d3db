import type { Script } from "./script.ts";

/** Of the laws that allow a visit at all. */
export const visitScripts: readonly Script[] = [
  {
    pack: "CN",
    language: "zh",
    first: [
      "您好，我姓［您的姓氏］。请问是{debtor}本人吗？［出示身份证件，站在门外。］",
      "为确认没有找错人：请说出身份证号后四位。",
    ],
    others: ["打扰了，我改时间再来。［不要说明来意，不要留下名片、字条，不要请人转告。］"],
    reveal: [
      {
        text: "我是{collector}的工作人员，受{creditor}委托与您联系，案件编号{caseCode}。［出示执业证或工作证。］",
        says: "identifiesSender",
      },
      { text: "本次上门全程录音录像。", says: "record" },
      {
        text: "我想与您谈一谈一笔到期未付的款项。您愿意现在谈吗？您随时可以请我离开，我会立即离开。［如不同意，请道谢并离开。］",
        says: "consentToEntry",
      },
    ],
    offers: ["您可以付款、提出分期方案、提出异议、说明需要多少时间，也可以要求我们不再上门。"],
  },
  {
    pack: "CN",
    language: "en",
    first: [
      "Hello, my name is [your name]. Am I speaking to {debtor}? [Show your identity card and stay outside the door.]",
      "So that I speak to the right person: would you tell me the last four digits of your identity card?",
    ],
    others: [
      "I am sorry to have disturbed you; I will come back another time. [Say nothing of what it is about, leave no card and no note, and ask nobody to pass it on.]",
    ],
    reveal: [
      {
        text: "I come from {collector} on behalf of {creditor}. The case number is {caseCode}. [Show your practising certificate.]",
        says: "identifiesSender",
      },
      { text: "The whole of this visit is recorded, sound and picture.", says: "record" },
      {
        text: "I would like to talk about a payment that is overdue. Are you willing to talk now? You can ask me to leave at any time, and I will go at once. [If not, thank them and leave.]",
        says: "consentToEntry",
      },
    ],
    offers: [
      "You can pay, propose instalments, disagree, say how much time you need, or ask us not to come again.",
    ],
  },
];
