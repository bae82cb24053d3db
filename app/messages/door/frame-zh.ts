import type { frame as en } from "./frame-en.ts";

export const frame: Record<keyof typeof en, string> = {
  "door.name": "Rung：收到欠款信函后的办理入口",
  "door.languages": "语言",
  "door.back": "返回",
  "door.no_account": "无需注册，使用本页面不收任何费用。",
  "error.too_many": "尝试次数过多，请稍后再试。",
  "door.privacy": "隐私说明",
  "door.genuine": "查验信件真伪",
};
