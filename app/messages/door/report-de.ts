import type { report as en } from "./report-en.ts";

export const report: Record<keyof typeof en, string> = {
  "said.report": "Sie haben gemeldet, wie Sie behandelt wurden",
  "said.report_severe": "Sie haben gemeldet, wie Sie behandelt wurden",
  "claim.more.report": "Melden, wie Sie behandelt wurden",
  "report.title": "Melden, wie Sie behandelt wurden",
  "report.lead":
    "Niemand darf Sie bedrohen, Gewalt anwenden, nachts kommen oder anrufen, Sie anschreien, anderen davon erzählen oder sich als Gericht oder Polizei ausgeben. Sagen Sie uns, was geschehen ist. Nach einer schweren Meldung darf der Absender Ihnen sofort nicht mehr schreiben, und jemand sieht sie sich innerhalb von vier Stunden an.",
  "report.reason": "Was ist geschehen?",
  "report.reason.threat": "Ich wurde bedroht",
  "report.reason.force": "Jemand wurde gewalttätig, nahm Sachen mit oder wollte nicht gehen",
  "report.reason.at_night": "Besuch, Anruf oder Nachricht in der Nacht",
  "report.reason.told_others": "Andere erfuhren davon: Familie, Arbeit, Nachbarn",
  "report.reason.false_office": "Jemand gab sich als Gericht, Polizei oder Behörde aus",
  "report.reason.forged_paper": "Mir wurde ein gefälschtes Schriftstück gezeigt oder geschickt",
  "report.reason.abuse": "Ich wurde beleidigt oder angeschrien",
  "report.reason.too_often": "Der Kontakt war zu häufig",
  "report.reason.wrong_place": "Kontakt am falschen Ort, etwa bei der Arbeit",
  "report.reason.other": "Etwas anderes",
  "report.words_hint":
    "Wann und wo es war und was gesagt wurde. Beide Seiten lesen es, und wer darüber entscheidet.",
  "report.submit": "Meldung absenden",
  "report.status": "Stand",
  "report.waits": "Jemand sieht sie sich bis {day}, {time} Uhr an.",
  "report.bars": "Bis dahin kann der Absender Ihnen über uns nichts senden.",
  "report.upheld": "Wir haben es geprüft: Es war so, wie Sie sagen.",
  "report.upheld_bars": "Der Absender kann Ihnen in dieser Sache über uns nichts mehr senden.",
  "report.unfounded": "Wir haben es geprüft und konnten nicht feststellen, dass es so war.",
  "report.unfounded_bars":
    "Der Absender darf Ihnen wieder schreiben, soweit das Gesetz es erlaubt. Geschieht es wieder, melden Sie es wieder.",
  "report.reasons": "Gründe",
  "receipt.frozen_report":
    "Das galt schon, bevor Sie diese Seite sahen: Der Absender kann Ihnen über uns nichts senden, bis darüber entschieden ist.",
};
