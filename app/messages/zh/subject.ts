import type { subject as en } from "../en/subject.ts";

export const subject: Record<keyof typeof en, string> = {
  "subject.title": "{code} 债务人的全部信息",
  "subject.lead":
    "提供给有权取得的人：答复页面所示内容、信函全文、债务人的表示，以及查阅记录。不包括报价、债权人的目的、双方往来和他人的描述。",
  "subject.reason": "由谁提出要求？",
  "subject.reason.subject_request": "债务人本人",
  "subject.reason.representative": "能证明代表债务人的人",
  "subject.reason.authority_request": "公共机关",
  "subject.reason.court_order": "法院",
  "subject.request": "要求的编号或日期",
  "subject.request_hint": "按归档填写，不要写姓名。将永久保存在审计记录中。",
  "subject.show": "查看",
  "subject.pdf": "下载 PDF",
  "subject.json": "下载数据（JSON）",
  "subject.link": "债务人的全部信息",
  "error.request_number": "只能使用拉丁字母、数字、空格、句点、连字符和斜线。",
  "audit.op.debtor.exported": "提取债务人信息",
};
