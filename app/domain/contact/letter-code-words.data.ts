import type { TemplateLanguage } from "./templates/template.ts";

/** The last paragraph of whatever goes out, in its language: how its reader finds out that it is genuine. */
export const letterCodeWords: Record<TemplateLanguage, string> = {
  en: "Is this message genuine? Check it at {verifyUrl}, or type the code {code} at {verifyPage}.",
  de: "Ist diese Nachricht echt? Das prüfen Sie unter {verifyUrl} oder mit dem Code {code} auf {verifyPage}.",
  zh: "想确认这封信的真伪？请打开 {verifyUrl}，或在 {verifyPage} 输入验证码 {code}。",
};
