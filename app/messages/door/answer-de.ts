import type { answer as en } from "./answer-en.ts";

export const answer: Record<keyof typeof en, string> = {
  "answer.title": "Was daraus wurde",
  "answer.waits": "Der Absender und der Gläubiger wissen davon. Die Antwort steht dann hier.",
  "answer.accepted":
    "Ihr Vorschlag wurde am {day} angenommen. Er ist vereinbart, und es wird nichts weiter unternommen, solange Sie sich daran halten.",
  "answer.accepted_pay": "Die erste Rate zahlen",
  "answer.countered": "Am {day} kam ein anderer Vorschlag zurück: {plan}.",
  "answer.take": "Das vorschlagen",
  "answer.take_hint": "Oder etwas anderes vorschlagen: wählen Sie „In Raten zahlen“.",
  "answer.declined": "Ihr Vorschlag wurde am {day} abgelehnt: {why}.",
  "answer.why.too_little": "der Betrag im Monat ist der Gegenseite zu klein",
  "answer.why.too_long": "es dauert der Gegenseite zu lange",
  "answer.why.too_late": "es beginnt der Gegenseite zu spät",
  "answer.why.other_way": "die Gegenseite möchte es anders regeln",
  "answer.declined_next": "Sie können etwas anderes vorschlagen oder sich vorher kostenlos beraten lassen.",
  "parts.free":
    "Eine Vereinbarung über diese Seite kostet Sie nichts: Zu dem, was Sie schulden, kommt keine Gebühr hinzu. Zinsen, die das Gesetz zulässt, laufen weiter, bis alles gezahlt ist.",
};
