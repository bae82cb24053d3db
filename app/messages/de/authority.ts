/** The German text of a power of attorney under German law; German courts and debtors are shown this one. */
export const germanAuthority = {
  title_lawyer: "Vollmacht {case}",
  title_agency: "Inkassovollmacht {case}",
  lead: "Erteilt am {time} UTC. Wirksam, sobald beide Seiten unterschrieben haben; das zeigt das Signaturzertifikat. Schuldner ist der Schuldner des Vorgangs {case}, benannt im Verzeichnis, das Rung von da an ausstellt.",
  parties: "1. Vollmachtgeber und Bevollmächtigter",
  principal: "Vollmachtgeber",
  agent: "Bevollmächtigter",
  licence: "Zulassung",
  matter: "2. Angelegenheit",
  claim: "Vorgang",
  amount: "Hauptforderung",
  due: "Fällig am",
  powers: "3. Umfang",
  kind: "Art",
  general: "ohne Vergleich und Verzicht",
  special: "mit Vergleich und Verzicht",
  intro: "Der Vollmachtgeber bevollmächtigt den Bevollmächtigten,",
  contact: "an die Forderung zu erinnern und mit dem Schuldner in zulässiger Weise in Verbindung zu treten;",
  demand: "zur Zahlung aufzufordern, zu mahnen und Erklärungen entgegenzunehmen;",
  letter: "den Schuldner anwaltlich anzuschreiben;",
  mediate: "eine gütliche Einigung anzubieten und zu verhandeln;",
  sue: "das gerichtliche Mahnverfahren zu betreiben und die Forderung einzuklagen (§§ 80, 81 ZPO), jeweils nach Zustimmung zu den Kosten;",
  enforce: "die Zwangsvollstreckung aus einem Titel zu betreiben.",
  general_text:
    "Vergleiche, Verzichte und Anerkenntnisse sind nicht umfasst (§ 83 ZPO); sie bedürfen im Einzelfall der Zustimmung des Vollmachtgebers.",
  special_text:
    "Umfasst sind Vergleiche, Verzichte und Anerkenntnisse im Rahmen der schriftlichen Weisungen des Vollmachtgebers.",
  limits: "4. Grenzen",
  no_substitute: "Untervollmacht wird nur mit schriftlicher Zustimmung des Vollmachtgebers erteilt.",
  court_agency:
    "Der Bevollmächtigte ist kein Rechtsanwalt: Er vertritt nur im Rahmen von § 79 Abs. 2 Satz 2 Nr. 4 ZPO.",
  money: "Eingezogene Gelder werden gesondert verwahrt und unverzüglich weitergeleitet.",
  term: "5. Dauer",
  term_text:
    "Sie erlischt durch Widerruf, mit dem Ende des Auftrags zu {case} oder mit dem Abschluss des Vorgangs (§ 168 BGB).",
  law: "6. Recht",
} as const;
