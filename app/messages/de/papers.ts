import type { MessageKey } from "#app/messages/words.ts";

/** The papers a debtor is given, in German. What only the work rooms read has no German. */
export const papers = {
  "paper.kind.invoice": "Rechnung",
  "paper.kind.credit_note": "Stornorechnung",
  "paper.kind.receipt": "Quittung",
  "paper.kind.receipt_cancelled": "Quittung zurückgenommen",
  "paper.kind.balance_letter": "Forderungsaufstellung",
  "paper.kind.satisfaction_letter": "Erledigungsbestätigung",
  "paper.kind.satisfaction_withdrawn": "Erledigungsbestätigung zurückgenommen",
  "paper.kind.creditor_statement": "Kontoauszug",
  "paper.kind.remittance_advice": "Abrechnung",
  "paper.number": "Nummer",
  "paper.issued_on": "Datum",
  "paper.currency": "Währung",
  "paper.on_case": "Aktenzeichen",
  "paper.reference": "Zeichen des Gläubigers",
  "paper.to": "An",
  "paper.cancels": "Nimmt zurück",
  "paper.cancels_of": "Vom",
  "paper.what": "Wofür",
  "paper.amount": "Betrag",
  "paper.total": "Summe",
  "paper.hash": "Prüfsumme des Inhalts (SHA-256): {hash}",
  "receipt.paid_to": "Empfangen von",
  "receipt.creditor": "Gläubiger",
  "receipt.paid_on": "Gezahlt am",
  "receipt.through": "Gezahlt per",
  "receipt.through.provider": "Karte oder Lastschrift",
  "receipt.through.transfer": "Überweisung oder bar",
  "receipt.part.costs": "Kosten",
  "receipt.part.interest": "Zinsen",
  "receipt.part.principal": "Hauptforderung",
  "receipt.part.over": "Über die Schuld hinaus",
  "receipt.part.unassigned": "Noch nicht verrechnet",
  "receipt.total": "Erhalten",
  "receipt.text":
    "Die genannte Zahlung ist eingegangen und mindert die Forderung. Bitte bewahren Sie diese Quittung als Nachweis auf.",
  "receipt.cancelled_text":
    "Die Quittung {number} gilt nicht mehr: Die Zahlung ist ganz oder teilweise zurückgegangen.",
  "balance.from": "Erstellt von",
  "balance.due_on": "Fällig am",
  "balance.as_of": "Stand",
  "balance.paid": "Eingegangene Zahlungen",
  "balance.total": "Offen",
  "balance.interest": "Zinsen",
  "balance.period": "Zeitraum",
  "balance.days": "Tage",
  "balance.rate": "Zinssatz im Jahr",
  "balance.on": "Auf",
  "balance.from_to": "{from} bis {to}",
  "balance.payments": "Zahlungen und worauf sie verrechnet sind",
  "balance.left": "Was offen ist",
  "balance.interest_basis": "Zinsen nach {citation}.",
  "balance.rounded": "Jede Zeile ist gerundet; die Summe ist einmal gerundet.",
  "balance.text":
    "Dieses Papier sagt, wie die Forderung am Ende des genannten Tages nach den bis dahin bekannten Zahlungen stand. Wer es für falsch hält, kann das demjenigen sagen, der es erstellt hat.",
  "satisfaction.by": "Bestätigt von",
  "satisfaction.on": "Erledigt seit",
  "satisfaction.principal": "Ursprüngliche Hauptforderung",
  "satisfaction.payments": "Eingegangene Zahlungen",
  "satisfaction.counted": "Auf die Forderung verrechnet",
  "satisfaction.paid":
    "{creditor} bestätigt: Die oben genannte Forderung ist vollständig bezahlt. Es ist nichts mehr offen, weder Hauptforderung noch Zinsen oder Kosten.",
  "satisfaction.settled":
    "{creditor} bestätigt: Die oben genannte Forderung ist durch Vergleich erledigt. Das Gezahlte gilt als vollständige Zahlung. Es ist nichts mehr offen, weder Hauptforderung noch Zinsen oder Kosten.",
  "satisfaction.acting": "{issuer} gibt diese Erklärung im Namen von {creditor} ab.",
  "satisfaction.holds":
    "Diese Bestätigung gilt, solange die Zahlungen bestehen, auf denen sie beruht. Ob sie noch gilt, sagt die Prüfung mit dem Code unten.",
  "satisfaction.withdrawn":
    "Die Erledigungsbestätigung {number} gilt nicht mehr: Eine Zahlung, auf der sie beruhte, ist zurückgegangen.",
  "satisfaction.note.signed":
    "Auf Verlangen erhalten Sie vom Gläubiger zusätzlich eine unterschriebene Quittung ({citation}).",
  "satisfaction.note.confirmation":
    "Dies ist die schriftliche Bestätigung der vollständigen Zahlung ({citation}).",
  "satisfaction.note.file":
    "Über die Forderung gibt es ein Urteil. Wer es erwirkt hat, muss beim Gericht eintragen lassen, dass es bezahlt ist ({citation}).",
  "satisfaction.note.file_days":
    "Über die Forderung gibt es ein Urteil. Wer es erwirkt hat, muss binnen {days} Tagen beim Gericht eintragen lassen, dass es bezahlt ist ({citation}).",
  "satisfaction.note.file_asked":
    "Über die Forderung gibt es ein Urteil. Wenn Sie es verlangen, muss derjenige, der es erwirkt hat, erklären, dass es bezahlt ist ({citation}).",
  "satisfaction.note.title":
    "Über die Forderung gibt es einen Titel. Ist er bezahlt, können Sie die vollstreckbare Ausfertigung verlangen ({citation}).",
  "satisfaction.note.register":
    "Über die Forderung hat ein Gericht entschieden. Sie können bei ihm beantragen, dass öffentliche Register die Zahlung zeigen ({citation}).",
  "satisfaction.check":
    "Ist diese Bestätigung echt und gilt sie noch? Das prüfen Sie unter {verifyUrl} oder mit dem Code auf {verifyPage}.",
} satisfies Partial<Record<MessageKey, string>>;
