import type { satisfaction as en } from "../en/satisfaction.ts";

export const satisfaction: Record<keyof typeof en, string> = {
  "paper.kind.satisfaction_letter": "结清证明",
  "paper.kind.satisfaction_withdrawn": "结清证明（已撤回）",
  "paper.reference": "债权人编号",
  "satisfaction.by": "出具方",
  "satisfaction.on": "结清日期",
  "satisfaction.principal": "原始本金",
  "satisfaction.payments": "已收款项",
  "satisfaction.counted": "计入本笔欠款",
  "satisfaction.paid": "{creditor}确认：上述欠款已全部还清，本金、利息和费用均无剩余。",
  "satisfaction.settled":
    "{creditor}确认：上述欠款已协商结清，已付款项视为全额清偿，本金、利息和费用均无剩余。",
  "satisfaction.acting": "{issuer}代表{creditor}作出本声明。",
  "satisfaction.holds": "本证明以所列付款有效为前提。是否仍然有效，可凭下方验证码查验。",
  "satisfaction.withdrawn": "结清证明 {number} 已失效：其所依据的一笔付款已被退回。",
  "satisfaction.note.signed": "如您要求，债权人还应向您出具签名的收据（{citation}）。",
  "satisfaction.note.confirmation": "本函即为欠款已清偿的书面确认（{citation}）。",
  "satisfaction.note.file": "本笔欠款已有法院判决。胜诉方须向法院申报判决款项已付清（{citation}）。",
  "satisfaction.note.file_days":
    "本笔欠款已有法院判决。胜诉方须在 {days} 日内向法院申报判决款项已付清（{citation}）。",
  "satisfaction.note.file_asked":
    "本笔欠款已有法院判决。您书面提出要求后，胜诉方须声明判决款项已付清（{citation}）。",
  "satisfaction.note.title":
    "本笔欠款已有可强制执行的法律文书。付清后，您可以要求取得其执行正本（{citation}）。",
  "satisfaction.note.register": "法院已就本笔欠款作出裁判。您可以请求法院更正公开登记的信息（{citation}）。",
  "satisfaction.check":
    "想确认本证明的真伪、是否仍然有效？请打开 {verifyUrl}，或在 {verifyPage} 输入验证码。",
  "notify.claim_satisfied.title": "{case}：欠款已结清",
  "notify.claim_satisfied.body":
    "该笔欠款已还清或协商结清。结清证明 {number} 已出具，债务人可在答复页面取得。如法院已作裁判，证明中写明还须办理的事项。",
  "notice.kind.claim_satisfied": "欠款已全部结清",
  "notify.satisfaction_withdrawn.title": "{case}：欠款重新计算",
  "notify.satisfaction_withdrawn.body":
    "一笔付款已被退回。{number} 撤回了此前的结清证明，查验旧证明的人会看到它已失效。",
  "notice.kind.satisfaction_withdrawn": "结清证明被撤回",
};
