import type { erasure as en } from "./erasure-en.ts";

export const erasure: Record<keyof typeof en, string> = {
  "erasure.years": "{count} 年",
  "erasure.days": "{count} 天",
  "erasure.term": "自{from}起 {long}",
  "erasure.term_year_end": "自{from}当年年末起 {long}",
  "erasure.from.closed": "此事了结",
  "erasure.from.lastAct": "最后一次联系您或采取措施",
  "erasure.from.lastRecording": "最后一次通话录音",
  "erasure.from.lastLetter": "最后一封信函",
  "erasure.from.lastVoucher": "最后一笔付款或账单",
  "erasure.papers":
    "这些文件已于 {on} 随您的个人信息一并删除，因为保存期限已经届满（{term}）。任何人都无法再读取。",
};
