import type { TemplateLanguage } from "./templates/template.ts";

type StopWords = { title: string; lead: string; button: string; done: string; doneText: string };

/** What the debtor reads behind the link that ends the e-mails, in the language of the message it came with. */
export const stopWords: Record<TemplateLanguage, StopWords> = {
  en: {
    title: "Stop these e-mails",
    lead: "Press the button and nobody on this platform writes to you by e-mail about this debt any more. It costs nothing and needs no reason. Post and other lawful notices may still come.",
    button: "Stop the e-mails",
    done: "The e-mails have stopped",
    doneText: "It is recorded with today’s date. Whatever was waiting to be sent has been withdrawn.",
  },
  de: {
    title: "Diese E-Mails beenden",
    lead: "Mit der Schaltfläche beenden Sie alle E-Mails zu dieser Forderung über diese Plattform. Das ist kostenlos und braucht keinen Grund. Post und andere zulässige Mitteilungen können weiterhin kommen.",
    button: "E-Mails beenden",
    done: "Die E-Mails sind beendet",
    doneText:
      "Das ist mit dem heutigen Datum festgehalten. Was noch versandt werden sollte, ist zurückgezogen.",
  },
  zh: {
    title: "停止接收此类邮件",
    lead: "点击按钮后，本平台上的任何一方都不再就这笔款项给您发送邮件。无需费用，也不必说明理由。信函及其他依法发出的通知仍可能送达。",
    button: "停止邮件",
    done: "邮件已停止",
    doneText: "已按今天的日期记录在案，尚未发出的邮件均已撤回。",
  },
};
