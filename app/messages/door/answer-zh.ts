import type { answer as en } from "./answer-en.ts";

export const answer: Record<keyof typeof en, string> = {
  "answer.title": "答复",
  "answer.waits": "已通知双方，答复会显示在这里。",
  "answer.accepted": "您的方案已于 {day} 被接受，约定成立。您按期付款期间不再催收。",
  "answer.accepted_pay": "支付首期",
  "answer.countered": "对方于 {day} 提出了其他方案：{plan}。",
  "answer.take": "照此提出",
  "answer.take_hint": "也可另提方案：请选择“分期付款”。",
  "answer.declined": "您的方案于 {day} 未被接受：{why}。",
  "answer.why.too_little": "每月金额过低",
  "answer.why.too_long": "期限过长",
  "answer.why.too_late": "开始过晚",
  "answer.why.other_way": "对方希望以其他方式解决",
  "answer.declined_next": "您可另提方案，也可先寻求免费咨询。",
  "parts.free": "通过本页达成的分期不收取任何费用，欠款不会因此增加。依法可计的利息计至付清为止。",
};
