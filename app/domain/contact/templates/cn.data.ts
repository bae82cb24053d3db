import { cnDemandItems, cnLetterItems } from "#app/domain/law/act-items.ts";
import { onPaper, type Passage, type Template } from "./template.ts";

const identity = {
  text: "本邮件由{collector}发送，受{creditor}委托，案件编号{caseCode}，执业证号{licence}。如需回复，请发送至{replyTo}。",
  carries: ["identifiesSender", "senderAuthority", "creditorId"],
};
const answer = {
  text: "如您认为不欠此款，或对金额有不同意见，请回复说明理由；在我们答复之前，不会继续催收。",
  carries: ["howToDispute"],
};
const plan = {
  text: "如一时无法全部付清，您可以回复提出分期还款方案，或说明需要多少时间。",
  carries: ["howToProposePlan"],
};
const privacy = {
  text: "您的姓名、联系方式及本笔债务信息由{creditor}提供，仅用于处理本笔债务，不会告知他人。您可以要求查阅或更正。",
  carries: ["privacyNotice"],
};
const stop = { text: "如不希望再收到有关此事的邮件，请打开：{stopUrl}", carries: ["optOut"] };

const proof = { text: "本邮件的发送时间与内容摘要已留存，可据以证明送达。", carries: ["deliveryProof"] };

const greeting = { text: "{debtor}：您好。", carries: ["debtorName"] };

const firstNotice: Template = {
  id: "cn.first-notice",
  version: 1,
  pack: "CN",
  step: "reminder",
  channel: "email",
  language: "zh",
  subject: "付款催告函（{caseCode}）",
  checklist: [...cnDemandItems, "identifiesSender"],
  asks: [{ field: "payTo" }, { field: "answerBy" }, { field: "passage", optional: true }],
  passages: [
    greeting,
    identity,
    {
      text: "本函涉及您与{creditor}之间的{claimKind}，合同或账单编号：{reference}。",
      carries: ["contractReference"],
    },
    {
      text: "合同日期：{contractOn}；付款到期日：{dueOn}，自到期日次日起逾期。",
      carries: ["dueAndDefaultDates"],
    },
    { text: "本金：{principal}。", carries: ["principalAmount"] },
    { text: "本函不主张利息、违约金及其他费用。", carries: ["interestBasis"] },
    { text: "已收到的还款：{paid}。", carries: ["paymentsCredited"] },
    { text: "截至{sentOn}，尚欠合计{owed}。", carries: ["totalAsOf"] },
    {
      text: "请于{answerBy}前付清上述款项或予以答复。",
      carries: ["demandToPerform", "answerDeadline"],
    },
    { text: "收款方式：\n{payTo}", carries: ["creditorAccount"] },
    { text: "{passage}" },
    answer,
    plan,
    proof,
    privacy,
    stop,
  ],
};

const message: Template = {
  id: "cn.message",
  version: 1,
  pack: "CN",
  step: "email",
  channel: "email",
  language: "zh",
  subject: "关于您与{creditor}之间的款项（{caseCode}）",
  checklist: ["identifiesSender", "senderAuthority", "howToDispute", "howToProposePlan", "privacyNotice"],
  asks: [{ field: "passage" }],
  passages: [{ text: "{debtor}：您好。" }, identity, { text: "{passage}" }, answer, plan, privacy, stop],
};

const onLetter = {
  without: [stop],
  instead: [
    [
      identity,
      {
        text: "本函由{collector}寄发，受{creditor}委托，案件编号{caseCode}，执业证号{licence}。如需回复，可发送邮件至{replyTo}。",
        carries: identity.carries,
      },
    ],
    [proof, { text: "本函的寄送凭证与内容摘要已留存，可据以证明送达。", carries: proof.carries }],
  ],
  answerTo: "书面回复请寄：{collectorAddress}",
} as const;

const demand: Template = {
  ...firstNotice,
  ...{ id: "cn.demand", step: "demand_payment", subject: "正式付款催告函（{caseCode}）" },
};

const closing = [answer, plan, proof, privacy];
const around = new Set<Passage>([greeting, identity, ...closing, stop]);
const theClaim = firstNotice.passages.filter((each) => !around.has(each));

/** 律师法 25, 28(6): a firm's, under its engagement, signed and sealed by hand before it is posted. It names no step that is not open yet. */
const lawyerLetter: Template = {
  ...firstNotice,
  ...{ id: "cn.lawyer-letter", step: "lawyer_letter", subject: "律师函（{caseCode}）" },
  checklist: [...cnDemandItems, ...cnLetterItems, "identifiesSender"],
  asks: [{ field: "signatory" }, ...firstNotice.asks],
  passages: [
    greeting,
    identity,
    {
      text: "本所已与{creditor}签订书面委托合同，受其委托，就下述款项向您发出本律师函。",
      carries: ["engagementStatement"],
    },
    { text: "以下事实由委托人陈述并提供材料，本所未另行调查。", carries: ["factsAsTold"] },
    ...theClaim,
    {
      text: "根据《中华人民共和国民法典》第五百七十七条、第五百七十九条，应当支付价款、报酬、租金、利息或者履行其他金钱债务的一方未支付的，对方可以请求其支付。",
      carries: ["legalBasis"],
    },
    {
      text: "期满未付清也未答复的，委托人保留依法主张权利的权利。本函不代表任何机关的决定。",
      carries: ["onlyAvailableMeasures"],
    },
    ...closing,
    {
      text: "承办律师姓名及执业证号：{signatory}",
      carries: ["firmAndLawyerNumbers"],
    },
    { text: "律师签名、律师事务所盖章：", carries: ["sealAndSignature"] },
  ],
};

export const cnTemplates: readonly Template[] = [
  firstNotice,
  message,
  onPaper(firstNotice, { id: "cn.first-notice.post", ...onLetter }),
  onPaper(message, { id: "cn.letter.post", step: "letter", ...onLetter }),
  demand,
  onPaper(demand, { id: "cn.demand.post", ...onLetter }),
  onPaper(lawyerLetter, { id: "cn.lawyer-letter.post", ...onLetter }),
];
