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
};
