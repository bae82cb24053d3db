import type { vault as words } from "#app/messages/en/vault.ts";

/** 案件文件的内容与检索。 */
export const vault: Record<keyof typeof words, string> = {
  "vault.search": "在这些文件中查找",
  "vault.search_hint": "按文件中的原词查找；加引号可查找连续出现的词句。",
  "vault.search_act": "查找",
  "vault.found_one": "{count} 份文件写有“{asked}”",
  "vault.found_other": "{count} 份文件写有“{asked}”",
  "vault.found_none": "没有文件写有“{asked}”",
  "vault.found_none_text": "可减少词语或换个说法。扫描件等没有文字的文件无法查找。",
  "vault.not_understood": "请输入至少一个汉字或两个字母。",
  "vault.unsearched_one": "有 {count} 份文件无法查找，原因见下方列表。",
  "vault.unsearched_other": "有 {count} 份文件无法查找，原因见下方列表。",
  "vault.page": "第 {page} 页",
  "vault.more_pages_one": "另有 {count} 页也提到",
  "vault.more_pages_other": "另有 {count} 页也提到",
  "vault.see_all": "退出查找",
  "vault.state.waiting": "正在读取文字，稍后即可查找。",
  "vault.state.none": "图片或扫描件，没有文字，无法查找其内容。",
  "vault.state.locked": "文件有密码保护，无法查找其内容。",
  "vault.state.unreadable": "无法读取其中的文字，不能查找其内容。",
  "vault.cut": "共 {pages} 页，仅可查找前 {read} 页。",
  "vault.cut_unknown": "仅可查找开头的部分页面。",
  "vault.stamped": "{by} 的时间戳",
  "vault.blank_one": "共 {pages} 页，其中 {count} 页没有文字。",
  "vault.blank_other": "共 {pages} 页，其中 {count} 页没有文字。",
};
