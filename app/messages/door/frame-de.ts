import type { frame as en } from "./frame-en.ts";

export const frame: Record<keyof typeof en, string> = {
  "door.name": "Rung: Antworten auf Zahlungsschreiben",
  "door.languages": "Sprache",
  "door.back": "Zurück",
  "door.no_account": "Sie brauchen kein Konto, und diese Seiten kosten nichts.",
  "error.too_many": "Zu viele Versuche. Bitte warten Sie eine Weile.",
  "door.privacy": "Datenschutz",
  "door.genuine": "Ist mein Schreiben echt?",
};
