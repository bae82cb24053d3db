import type { texts as en } from "../en/texts.ts";

/** 面向债务人的文本检查与人工审阅。 */
export const texts: Record<keyof typeof en, string> = {
  "law.mark.poses_as_court": "冒用法院名义，或附有只能由法院发出的文书",
  "law.mark.poses_as_police": "冒用公安或其他机关名义，或以其相威胁",
  "law.mark.arrest": "以拘留、追究刑责或遣返相威胁",
  "law.mark.blacklist": "以列入“黑名单”相威胁",
  "law.mark.violence": "威胁人身安全",
  "law.mark.insult": "含有侮辱性言语",
  "law.mark.shaming": "以公开曝光相威胁",
  "law.mark.third_parties": "以向他人告知债务相威胁",
  "law.mark.vague_threat": "未指明具体措施的威胁",
  "law.mark.credit_standing": "涉及债务人的信用状况",
  "law.mark.false_urgency": "无依据的时间压力",
  "law.mark.assumed_office": "发送人未必具有的职务或身份",
  "law.mark.no_way_out": "阻止债务人提出异议或寻求帮助",
  "law.mark.negated": "以否定形式出现的敏感表述",

  "law.rule.textIsFit": "文本不冒用机关名义，不以拘捕或黑名单相威胁，不侮辱、不曝光，也不牵涉他人",
  "law.rule.textIsReviewed": "存疑文本已由平台人工审阅",
  "law.unblock.rewrite_text": "修改已标出的内容",
  "law.unblock.ask_text_review": "申请人工审阅该文本",
  "law.fact.action.textReviewed": "平台对该文本的审阅",
};
