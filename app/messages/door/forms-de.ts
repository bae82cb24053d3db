import type { core } from "#app/messages/en/core.ts";
import type { errors } from "#app/messages/en/errors.ts";

/** What forms say of themselves, in German; the rest of the product speaks it nowhere else. */
export const forms = {
  "app.name": "Rung",
  "app.skip": "Zum Inhalt",
  "app.title": "{page} · Rung",
  "app.demo_label": "Vorführung",
  "app.demo": "Vorführung: Personen und Fälle sind erfunden. Nichts hiervon erreicht wirkliche Schuldner.",
  "nav.outbox": "Postausgang der Vorführung",
  "form.optional": "(freiwillig)",
  "form.error_title_one": "Bitte sehen Sie sich eine Angabe noch einmal an",
  "form.error_title_other": "Bitte sehen Sie sich {count} Angaben noch einmal an",
  "form.error_item": "{label}: {text}",
  "form.error_prefix": "Fehler:",
  "form.saving": "Wird gespeichert …",
  "form.file_limit": "{types}; höchstens {size}.",
  "error.choose": "Wählen Sie eine Möglichkeit.",
  "error.date": "Geben Sie ein Datum an, das es gibt: Tag, Monat, Jahr.",
  "error.amount": "Geben Sie den Betrag in Ziffern an, zum Beispiel 120.00.",
  "error.email": "Geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
  "error.file_large": "Die Datei ist zu groß. Höchstens 10 MB.",
  "error.file_infected":
    "Ein Virenscanner hat in dieser Datei Schadsoftware gefunden. Sie wurde nicht gespeichert.",
  "error.file_unchecked":
    "Die Datei kann gerade nicht auf Viren geprüft werden und wurde nicht gespeichert. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  "error.file_type":
    "Diese Art Datei nehmen wir nicht an. Möglich sind PDF, PNG, JPEG, einfacher Text, eine als .eml gespeicherte E-Mail oder Word ohne Makros (.docx); der Inhalt muss zum Namen passen.",
  "error.invalid": "Das haben wir nicht verstanden. Bitte prüfen Sie es.",
  "error.required": "Bitte ausfüllen.",
  "error.too_long": "Das ist zu lang. Bitte kürzen Sie es.",
} satisfies Partial<Record<keyof typeof core | keyof typeof errors, string>>;
