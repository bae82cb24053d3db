import { doubtful, type Entry, severe, threat } from "#app/domain/law/linter/lexicon.ts";

/**
 * German as collectors write it, read without umlauts' dots (`gläubiger` reads `glaubiger`). Sources of the categories: StGB 132, 238, 240,
 * UWG 4a, BGH I ZR 157/13 (DE-CONTACT-01 to -04); the wordings are our own.
 */
export const german: readonly Entry[] = [
  severe(
    "poses_as_court",
    /\b(?:hier (?:ist|spricht)|im namen (?:des|der)|im auftrag (?:des|der)|wir sind) (?:\w+ )?(?:amtsgerichts?|landgerichts?|gerichts?|richters?|justiz\w*)\b/,
  ),
  severe("poses_as_court", /\b(?:gerichtliche (?:vorladung|verfugung)|haftbefehl|vorladung)\b/),
  severe(
    "poses_as_police",
    /\b(?:hier (?:ist|spricht)|wir sind|im auftrag (?:des|der)) (?:\w+ )?(?:polizei|staatsanwaltschaft|gerichtsvollzieher\w*|behorde|finanzamts?)\b/,
  ),
  severe(
    "poses_as_police",
    /\b(?:(?:bei der )?polizei (?:ein)?(?:schalten|melden|ubergeben|verstandigen)|strafanzeige|staatsanwaltschaft)\b/,
  ),
  severe(
    "arrest",
    /\b(?:verhaft\w*|festnahme|festgenommen|gefangnis|haftstrafe|strafbar|strafverfahren|strafrechtlich\w*)\b/,
  ),
  severe("blacklist", /\bschwarze liste\b/),
  severe(
    "violence",
    /\b(?:wissen,? wo (?:sie|du) wohn\w*|passen sie auf sich auf|besuch von (?:unseren )?jungs|werden (?:es|das) bereuen)\b/,
  ),
  severe(
    "insult",
    /\b(?:sie|du) (?:sind|bist|\w*) ?(?:doch |nur |einfach |wohl )?(?:ein(?:e|er)? )?(?:\w+ )?(?:betruger\w*|schmarotzer\w*|gauner\w*|abschaum|versager\w*|asozial\w*|idiot\w*|lugner\w*|verbrecher\w*)\b|\barschloch\b/,
  ),
  doubtful("rude_word", /\b(?:schmarotzer\w*|gauner\w*|abschaum|versager\w*|idiot\w*|lugner\w*)\b/),
  severe(
    "shaming",
    /\b(?:(?:ihre[nmrs]?|sie) (?:\w+ ){0,4}?(?:veroffentlich\w*|offentlich (?:machen|anprangern)|aushangen|im internet (?:nennen|zeigen))|veroffentlich\w* (?:wir )?(?:ihre[nmrs]?|sie))\b/,
  ),
  severe(
    "third_parties",
    /\b(?:ihre[nmr]? (?:\w+ )?(?:arbeitgeber|chef|kollegen|familie|eltern|ehepartner|ehefrau|ehemann|nachbarn|vermieter|freunde) (?:informieren|benachrichtigen|kontaktieren|anrufen|ansprechen|verstandigen))\b/,
  ),

  threat(
    "file_suit",
    /\b(?:klage (?:erheben|einreichen|einleiten)|verklag\w*|gerichtliche(?:s|n|r)? (?:schritte|verfahren|geltendmachung|klarung|hilfe)|gerichtlich (?:geltend machen|vorgehen|durchsetzen)|vor gericht|rechtliche schritte|klageverfahren)\b/,
  ),
  threat("payment_order", /\b(?:mahnbescheid\w*|gerichtliche(?:s|n)? mahnverfahren\w*)\b/),
  threat("enforcement_order_application", /\bvollstreckungsbescheid\w*\b/),
  threat(
    "apply_enforcement",
    /\b(?:zwangsvollstreck\w*|pfand(?:en|ung\w*)|lohnpfandung\w*|kontopfandung\w*|gerichtsvollzieher\w*|vermogensauskunft|vollstreckung\w*)\b/,
  ),
  threat("list_debtors_register", /\bschuldnerverzeichnis\w*\b/),
  threat("bureau_report", /\b(?:schufa|auskunftei\w*|creditreform|negativeintrag\w*)\b/),
  threat(
    "enter_premises",
    /\b(?:hausbesuch\w*|au(?:ss|ß)endienst\w*|bei ihnen zu hause|vor ihrer (?:haus)?tur|personlich (?:aufsuchen|vorbeikommen))\b/,
  ),
  threat("statutory_demand", /\b(?:insolvenzantrag\w*|insolvenz (?:beantragen|anmelden lassen))\b/),

  doubtful(
    "vague_threat",
    /\b(?:weitere (?:schritte|ma(?:ss|ß)nahmen)|(?:erhebliche|schwerwiegende|ernste|unangenehme) (?:folgen|konsequenzen)|alle (?:notwendigen|erforderlichen|zur verfugung stehenden) (?:mittel|ma(?:ss|ß)nahmen))\b/,
  ),
  doubtful("credit_standing", /\b(?:kreditwurdigkeit|bonitat\w*)\b/),
  doubtful(
    "false_urgency",
    /\b(?:letzte (?:mahnung|chance|aufforderung|frist)|sofort|unverzuglich|binnen (?:24|48) stunden|andernfalls|sonst)\b/,
  ),
  doubtful(
    "assumed_office",
    /\b(?:rechtsabteilung|rechtsanwalt\w*|anwalt\w*|vollstreckungsabteilung|ermittler\w*)\b/,
  ),
  doubtful(
    "no_way_out",
    /\b(?:widerspruch (?:ist )?zwecklos|einwendungen? (?:sind |ist )?(?:nicht moglich|ausgeschlossen)|keinen anwalt)\b/,
  ),
];

/** Before a negation of the same clause these make it a condition, and what follows a threat like any other. */
export const germanCondition = /\b(?:wenn|falls|sofern|sollte\w*|solange|bis)\b[^.;!?,]*$/;

/** Words right before a match that turn it round. */
export const germanNegation = /\b(?:nicht|nie|niemals|kein\w*|weder)(?: \w+){0,2} $/;
