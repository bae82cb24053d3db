import type { TemplateLanguage } from "./templates/template.ts";

/** The last paragraph of whatever goes out, in its language: how its reader finds out that it is genuine, and answers without an account. */
export const letterCodeWords: Record<TemplateLanguage, string> = {
  en: "Is this message genuine? Check it at {verifyUrl}, or type the code {code} at {verifyPage}. To see the details, disagree, pay or ask for time, without an account: {doorUrl}",
  de: "Ist diese Nachricht echt? Das prüfen Sie unter {verifyUrl} oder mit dem Code {code} auf {verifyPage}. Einzelheiten ansehen, widersprechen, zahlen oder um Zeit bitten, ohne Konto: {doorUrl}",
  zh: "想确认这封信的真伪？请打开 {verifyUrl}，或在 {verifyPage} 输入验证码 {code}。查看明细、提出异议、付款或申请宽限，无需注册：{doorUrl}",
};
