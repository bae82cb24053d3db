import type { Script } from "./script.ts";

export const callScripts: readonly Script[] = [
  {
    pack: "US",
    language: "en",
    first: [
      "Hello, my name is [your name]. May I speak to {debtor}?",
      "So that I speak to the right person: would you tell me the street and the ZIP code where you live?",
    ],
    others: [
      "Thank you. I will try again another time. [Leave no message about what it is. Name your firm only if you are asked for it.]",
    ],
    reveal: [
      {
        text: "I am calling from {collector}. We are a debt collector. This is an attempt to collect a debt, and any information obtained will be used for that purpose.",
        says: "collectorDisclosure",
      },
      { text: "This call is recorded. Do you agree to that? [If not, stop the recording.]", says: "record" },
      {
        text: "It is about an account with {creditor}. Our reference is {caseCode}. Is this a good time and number?",
      },
    ],
    offers: [
      "You can pay, pay in parts, dispute it, or ask for time. You can also tell us not to call at certain times or places, or not at all.",
    ],
  },
  {
    pack: "US",
    language: "zh",
    first: [
      "您好，我叫［您的姓名］。请问{debtor}在吗？",
      "为确认没有找错人：请告诉我您居住的街道和邮政编码。",
    ],
    others: ["谢谢，我改时间再打。［不要留下任何说明来意的话；只有对方询问时才说明所在机构。］"],
    reveal: [
      {
        text: "我从{collector}打来。我们是催收机构，此次来电是为了收取一笔欠款，所得信息将用于这一目的。",
        says: "collectorDisclosure",
      },
      { text: "本次通话会录音，您同意吗？［如不同意，请停止录音。］", says: "record" },
      { text: "事关您在{creditor}的账户，我们的编号是{caseCode}。现在方便吗？" },
    ],
    offers: ["您可以付款、分期付款、提出异议或请求宽限，也可以要求我们不在某些时间、地点打来，或不再打来。"],
  },
  {
    pack: "GB-EW",
    language: "en",
    first: [
      "Hello, my name is [your name]. May I speak to {debtor}?",
      "So that I speak to the right person: would you tell me the first line of your address and your postcode?",
    ],
    others: [
      "Thank you. I will try again another time. [Say nothing of what it is about and leave no message.]",
    ],
    reveal: [
      {
        text: "I am calling from {collector} on behalf of {creditor}. Our reference is {caseCode}. It is about a payment that is overdue.",
        says: "identifiesSender",
      },
      { text: "This call is recorded.", says: "record" },
      {
        text: "Is this a good time? If you would rather have this in writing, or speak with somebody who helps you, tell me.",
      },
    ],
    offers: [
      "You can pay, pay in parts, disagree, or ask for time. Free advice: National Debtline, StepChange, Citizens Advice.",
    ],
  },
  {
    pack: "DE",
    language: "de",
    first: [
      "Guten Tag, mein Name ist [Ihr Name]. Spreche ich mit {debtor}?",
      "Damit ich mit der richtigen Person spreche: Sagen Sie mir bitte Ihre Straße und Postleitzahl?",
    ],
    others: [
      "Danke, ich versuche es ein anderes Mal. [Nichts zum Anlass sagen, keine Nachricht hinterlassen.]",
    ],
    reveal: [
      {
        text: "Ich rufe für {collector} im Auftrag von {creditor} an. Unser Zeichen ist {caseCode}. Es geht um eine offene Rechnung.",
        says: "identifiesSender",
      },
      {
        text: "Ich möchte das Gespräch aufzeichnen. Sind Sie einverstanden? [Ohne Einwilligung nicht aufzeichnen.]",
        says: "record",
      },
    ],
    offers: [
      "Sie können zahlen, in Raten zahlen, widersprechen oder um Zeit bitten. Kostenlose Beratung: www.meine-schulden.de",
    ],
  },
  {
    pack: "DE",
    language: "en",
    first: [
      "Hello, my name is [your name]. Am I speaking to {debtor}?",
      "So that I speak to the right person: would you tell me your street and postcode?",
    ],
    others: ["Thank you, I will try another time. [Say nothing of what it is about and leave no message.]"],
    reveal: [
      {
        text: "I am calling for {collector} on behalf of {creditor}. Our reference is {caseCode}. It is about an open invoice.",
        says: "identifiesSender",
      },
      {
        text: "I would like to record this call. Do you agree? [Without consent, do not record.]",
        says: "record",
      },
    ],
    offers: ["You can pay, pay in parts, disagree, or ask for time. Free advice: www.meine-schulden.de"],
  },
  {
    pack: "CN",
    language: "zh",
    first: [
      "您好，我姓［您的姓氏］。请问是{debtor}本人吗？",
      "为确认没有找错人：请说出您的居住地址或身份证号后四位。",
    ],
    others: ["谢谢，打扰了，我改时间再打。［不要说明来意，不要请人转告。］"],
    reveal: [
      {
        text: "我是{collector}的工作人员，受{creditor}委托与您联系，案件编号{caseCode}。",
        says: "identifiesSender",
      },
      { text: "本次通话全程录音。", says: "record" },
      { text: "想与您核对一笔到期未付的款项，现在方便吗？" },
    ],
    offers: ["您可以付款、提出分期方案、提出异议，或说明需要多少时间。"],
  },
  {
    pack: "CN",
    language: "en",
    first: [
      "Hello, my name is [your name]. Am I speaking to {debtor}?",
      "So that I speak to the right person: would you tell me your address, or the last four digits of your identity card?",
    ],
    others: [
      "Thank you, I will try another time. [Say nothing of what it is about and ask nobody to pass it on.]",
    ],
    reveal: [
      {
        text: "I am calling from {collector} on behalf of {creditor}. The case number is {caseCode}.",
        says: "identifiesSender",
      },
      { text: "The whole of this call is recorded.", says: "record" },
      { text: "I would like to go through a payment that is overdue. Is this a good time?" },
    ],
    offers: ["You can pay, propose instalments, disagree, or say how much time you need."],
  },
];
