import type { erasure as en } from "./erasure-en.ts";

export const erasure: Record<keyof typeof en, string> = {
  "erasure.years": "{count} Jahre",
  "erasure.days": "{count} Tage",
  "erasure.term": "{long} ab {from}",
  "erasure.term_year_end": "{long} ab dem Jahresende nach {from}",
  "erasure.from.closed": "dem Ende der Sache",
  "erasure.from.lastAct": "dem letzten Kontakt oder Schritt",
  "erasure.from.lastRecording": "dem letzten aufgezeichneten Anruf",
  "erasure.from.lastLetter": "dem letzten Schreiben",
  "erasure.from.lastVoucher": "der letzten Zahlung oder Rechnung",
  "erasure.papers":
    "Die Unterlagen wurden am {on} mit Ihren persönlichen Daten gelöscht, weil die Zeit, in der sie aufbewahrt werden müssen, vorbei war ({term}). Niemand kann sie mehr lesen.",
  "request.title": "Ihre Daten löschen oder berichtigen lassen",
  "request.link": "Ihre Daten löschen oder berichtigen lassen",
  "request.standing": "Was jetzt gelöscht werden kann",
  "request.free":
    "Es spricht nichts dagegen: Ihre Daten können gelöscht werden, sobald jemand Ihren Antrag gesehen hat.",
  "request.not_yet": "Noch nicht, aus diesen Gründen:",
  "request.term": "Es muss aufbewahrt werden: {term}. Gelöscht werden darf es ab dem {day}.",
  "request.ahead": "Ist sie beendet, muss es aufbewahrt werden: {term}.",
  "request.own_term": "(unsere eigene Frist)",
  "request.what_goes":
    "Gelöscht werden: Ihr Name, Ihre Anschrift, Telefon und E-Mail, Schreiben, Unterlagen und was gesagt und geschrieben wurde. Ist die Zeit vorbei, wird es auch gelöscht, wenn Sie nichts beantragen. Danach öffnet Ihr Schreiben hier nichts mehr.",
  "request.what_stays":
    "Es bleibt: welche Schritte wann unternommen wurden, ohne Ihren Namen. So lässt sich noch zeigen, dass die Regeln eingehalten wurden.",
  "request.obstacle.claim_open": "Die Sache ist noch offen.",
  "request.obstacle.pause_runs": "Eine Pause in der Sache ist noch nicht zu Ende.",
  "request.obstacle.report_waits": "Über eine Meldung zu dem Unternehmen ist noch nicht entschieden.",
  "request.obstacle.money_held": "Geld aus der Sache wird noch verwahrt oder noch geprüft.",
  "request.obstacle.message_on_its_way": "Ein Schreiben oder eine Nachricht an Sie ist noch unterwegs.",
  "request.ask": "Beantragen",
  "request.kind": "Was möchten Sie?",
  "request.kind.erase": "Meine Daten löschen",
  "request.kind.erase_hint": "Geht es noch nicht, erhalten Sie hier jeden Grund schriftlich.",
  "request.kind.correct": "Meine Daten berichtigen",
  "request.kind.correct_hint":
    "Sagen Sie, was falsch ist und was richtig ist: Name, Anschrift, Telefon oder E-Mail.",
  "request.words_hint":
    "Schreiben Sie hier, was berichtigt werden soll. Nur wer Ihren Antrag beantwortet, liest es.",
  "request.submit": "Antrag absenden",
  "request.asked.erase": "Sie haben beantragt, Ihre Daten zu löschen",
  "request.asked.correct": "Sie haben beantragt, Ihre Daten zu berichtigen",
  "request.number": "Nummer Ihres Antrags",
  "request.on": "Eingegangen am",
  "request.due": "Antwort spätestens am",
  "request.waits": "Jemand sieht sich Ihren Antrag an. Die Antwort steht dann hier. Es kostet Sie nichts.",
  "request.answer": "Antwort",
  "request.answer.done": "Ihre Daten wurden gelöscht",
  "request.answer.corrected": "Ihre Daten wurden berichtigt",
  "request.answer.refused": "Der Antrag wurde abgelehnt",
  "request.refused_because": "Die Gründe an diesem Tag:",
  "request.complain":
    "Sie können sich bei der Datenschutzbehörde beschweren, vor Gericht gehen oder erneut fragen, wenn ein Grund wegfällt.",
};
