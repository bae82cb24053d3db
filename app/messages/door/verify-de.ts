import type { verify as en } from "./verify-en.ts";

export const verify: Record<keyof typeof en, string> = {
  "verify.title": "Ist dieses Schreiben echt?",
  "verify.lead":
    "Jeder Brief und jede E-Mail, die eine Kanzlei oder ein Inkassounternehmen über Rung verschickt, trägt einen Code. Geben Sie ihn hier ein, und wir sagen Ihnen, ob das Schreiben wirklich von dort kommt. Über eine Forderung zeigen wir hier nichts.",
  "verify.code": "Der Code auf Ihrem Schreiben",
  "verify.code_hint": "Sechzehn Buchstaben und Ziffern in vier Gruppen, zum Beispiel 7K2M-9QRT-4XWB-N3F5.",
  "verify.submit": "Code prüfen",
  "verify.yes.title": "Dieses Schreiben ist echt",
  "verify.yes.text":
    "Ein Schreiben mit diesem Code ist über Rung versandt worden. Vergleichen Sie es mit Ihrem:",
  "verify.from": "Absender",
  "verify.licence": "Zulassung",
  "verify.licence_value": "{number}, {issuer}",
  "verify.on": "Versandt am",
  "verify.channel": "Versandt als",
  "verify.channel.email": "E-Mail",
  "verify.channel.post": "Brief",
  "verify.channel.sms": "SMS",
  "verify.differs":
    "Nennt Ihr Schreiben einen anderen Absender oder einen anderen Tag, oder kam es auf anderem Weg, dann hat jemand den Code kopiert. Zahlen Sie nicht und fragen Sie beim Absender unter einer Anschrift nach, die Sie selbst herausgesucht haben.",
  "verify.ended":
    "Dieser Absender ist in der Sache nicht mehr tätig. Zahlen Sie nicht mehr an ihn; ein neues Schreiben sagt Ihnen, wer zuständig ist.",
  "verify.answer.title": "So antworten Sie",
  "verify.answer.text":
    "Mit dem Code sehen Sie ohne Konto, worum es geht, und können antworten. Oder nutzen Sie die Anschriften in dem Schreiben selbst. Am Telefon müssen Sie nichts sagen. Niemand darf verlangen, dass Sie mit Gutscheinkarten, in Kryptowährung oder auf ein Privatkonto zahlen.",
  "verify.answer.door": "Hier antworten",
  "verify.no.title": "Diesen Code kennen wir nicht",
  "verify.no.text":
    "Es gibt kein gültiges Schreiben mit diesem Code. Prüfen Sie jedes Zeichen: Eine 0 sieht manchmal aus wie ein O. Stimmt der Code, dann seien Sie vorsichtig: Zahlen Sie nicht, öffnen Sie keine Links und Anhänge, suchen Sie die Anschrift des Absenders selbst heraus und fragen Sie dort nach.",
  "verify.again": "Anderen Code prüfen",
  "verify.too_many.title": "Zu viele Versuche",
  "verify.too_many.text":
    "Warten Sie eine Viertelstunde und versuchen Sie es noch einmal. Ihr Schreiben bleibt davon unberührt.",
  "verify.paper.yes": "Diese Bestätigung ist echt und gilt",
  "verify.paper.yes_text":
    "Ein Papier mit diesem Code ist über Rung ausgestellt und nicht zurückgenommen worden. Vergleichen Sie es mit Ihrem:",
  "verify.paper.gone": "Diese Bestätigung gilt nicht mehr",
  "verify.paper.gone_text":
    "Sie ist über Rung ausgestellt, inzwischen aber zurückgenommen worden. Verlassen Sie sich nicht darauf.",
  "verify.paper.what": "Art",
  "verify.paper.kind": "Erledigungsbestätigung",
  "verify.paper.by": "Ausgestellt von",
  "verify.paper.number": "Nummer",
  "verify.paper.on": "Ausgestellt am",
  "verify.paper.withdrawn_on": "Zurückgenommen am",
  "verify.paper.differs":
    "Nennt Ihr Papier einen anderen Aussteller, eine andere Nummer oder einen anderen Tag, dann hat jemand den Code kopiert. Fragen Sie beim Aussteller unter einer Anschrift nach, die Sie selbst herausgesucht haben.",
};
