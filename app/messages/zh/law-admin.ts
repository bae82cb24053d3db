import type { lawAdmin as english } from "../en/law-admin.ts";

export const lawAdmin: Record<keyof typeof english, string> = {
  "notify.law_proposed.title": "有一项法规变更待复核：{subject}",
  "notify.law_proposed.body": "另一位管理员提议变更 {subject}。请核对来源后批准或驳回；在此之前一切照旧。",
  "notify.law_approved.title": "您提议的法规变更已获批准：{subject}",
  "notify.law_approved.body": "规则包现为 {version}。自变更所载日期起，各项行为按新规判断。",
  "notify.law_refused.title": "您提议的法规变更被驳回：{subject}",
  "notify.law_refused.body": "复核的管理员写道：{reason}",
  "audit.subject.law": "法规库",
  "audit.op.law.proposed": "已提议法规变更",
  "audit.op.law.approved": "已批准法规变更",
  "audit.op.law.refused": "已驳回法规变更",
  "audit.op.law.withdrawn": "已撤回法规变更",
};
