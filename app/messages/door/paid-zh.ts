import type { paid as en } from "./paid-en.ts";

export const paid: Record<keyof typeof en, string> = {
  "paid.title": "您已付的款项",
  "paid.lead": "此事已记录的每笔付款，均可下载收据留存。",
  "paid.none": "尚无付款记录。",
  "paid.one": "{day}付款 {amount}",
  "paid.receipt": "收据 {number}（PDF）",
  "paid.waits": "收款方确认收到后，即可取得收据。",
  "paid.gone": "收据 {number} 已失效：该笔付款于{day}全部或部分退回。",
  "paid.full": "已全部结清",
  "paid.full_text": "此事已还清或协商结清。请保存结清证明：对方可凭证明上的验证码查验其是否有效。",
  "paid.letter": "结清证明（PDF）",
  "paid.letter_gone": "结清证明 {number} 已于{day}撤回：其所依据的一笔付款已被退回。查验者会看到它已失效。",
  "paid.link": "您已付的款项和收据",
  "paid.waived": "不再要求支付",
  "paid.over": "多付部分，将退还给您",
  "paid.claim_title": "此事您已不欠{creditor}任何款项",
};
