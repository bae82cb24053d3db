import type { paid as en } from "./paid-en.ts";

export const paid: Record<keyof typeof en, string> = {
  "paid.title": "Was Sie gezahlt haben",
  "paid.lead": "Jede Zahlung, die in dieser Sache verbucht ist, mit ihrer Quittung zum Aufbewahren.",
  "paid.none": "Es ist noch keine Zahlung verbucht.",
  "paid.one": "{amount} am {day}",
  "paid.receipt": "Quittung {number} (PDF)",
  "paid.waits": "Die Quittung kommt, sobald der Empfänger die Zahlung bestätigt hat.",
  "paid.gone":
    "Die Quittung {number} gilt nicht mehr: Die Zahlung ist am {day} ganz oder teilweise zurückgegangen.",
  "paid.full": "Es ist nichts mehr offen",
  "paid.full_text":
    "Die Sache ist vollständig bezahlt oder erledigt. Bewahren Sie die Bestätigung auf: Wem Sie sie zeigen, der kann mit ihrem Code prüfen, dass sie gilt.",
  "paid.letter": "Erledigungsbestätigung (PDF)",
  "paid.letter_gone":
    "Die Erledigungsbestätigung {number} wurde am {day} zurückgenommen: Eine Zahlung, auf der sie beruhte, ist zurückgegangen. Wer sie prüft, erfährt, dass sie nicht mehr gilt.",
  "paid.link": "Was Sie gezahlt haben, und Quittungen",
  "paid.waived": "Wird nicht mehr verlangt",
  "paid.over": "Zu viel gezahlt; Sie bekommen es zurück",
  "paid.claim_title": "Sie schulden {creditor} in dieser Sache nichts mehr",
};
