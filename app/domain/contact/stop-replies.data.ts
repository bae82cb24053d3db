/** A reply that is nothing but one of these. The first line is what carriers and providers know everywhere. */
export const stopKeywords: ReadonlySet<string> = new Set([
  ..."STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT".split(" "),
  ...["STOP ALL", "OPT OUT", "STOP SMS", "STOP TEXTS", "NO MORE", "REMOVE", "REMOVE ME"],
  ...["STOPP", "ABMELDEN", "ABBESTELLEN", "KEINE SMS", "KEINE SMS MEHR", "AUFHÖREN"],
  ..."退订 退 拒收 停止 取消 TD T N R 回T 退订T".split(" "),
]);

/** A sentence that asks for the same, compared in capitals without punctuation. A doubtful one is read as a wish to be left alone. */
export const stopPhrases: readonly RegExp[] = [
  /^(?:PLEASE |PLS )?(?:STOP|UNSUBSCRIBE|STOPP|ABMELDEN)\b/,
  /\b(?:STOP|QUIT|CEASE) (?:TEXTING|MESSAGING|CONTACTING|SENDING|THESE|BOTHERING)\b/,
  /\b(?:DO NOT|DON T|DONT|NEVER) (?:TEXT|MESSAGE|SMS|CONTACT)\b/,
  /\bNO MORE (?:TEXTS?|MESSAGES?|SMS)\b/,
  /\bTAKE ME OFF\b|\bLEAVE ME ALONE\b|\bOPT (?:ME )?OUT\b/,
  /\b(?:KEINE|NICHT) (?:WEITEREN |MEHR )?(?:SMS|NACHRICHTEN|TEXTE)\b|\bLASSEN SIE MICH IN RUHE\b/,
  /退订|拒收|(?:不要|别|勿|停止)(?:再)?(?:给我)?(?:发|短信|联系|打扰)/,
];
