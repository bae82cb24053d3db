import { doubtful, type Entry, severe, threat } from "#app/domain/law/linter/lexicon.ts";

const we = String.raw`(?:we|i|our \w+(?: \w+)?|the (?:creditor|firm|company|office)|you|they)`;
const shall = `(?:will|shall|may|can|could|might|must|are going to|am going to|intend to|have to|be|get|is going to)`;

/**
 * English as collectors write it. Sources of the categories: 15 USC 1692d-1692f, AJA 1970 s.40, CONC 7.9 and 7.11; the wordings are
 * our own.
 */
export const english: readonly Entry[] = [
  severe(
    "poses_as_court",
    /\b(?:this is|we are|i am|calling from|acting for|on behalf of) (?:a |an |the |your )?(?:\w+ )?(?:court|tribunal|magistrate|judge)\b(?! (?:fees?|appointed))/,
  ),
  severe("poses_as_court", /\b(?:official|final|formal) (?:court|judicial) (?:notice|order|summons|writ)\b/),
  severe(
    "poses_as_court",
    /\b(?:you are (?:hereby )?(?:summoned|ordered)|warrant (?:has been|is being|was) issued|court summons (?:enclosed|attached))/,
  ),
  severe(
    "poses_as_police",
    /\b(?:this is|we are|i am|calling from|acting (?:for|with)|speaking for) (?:an? |the )?(?:\w+ )?(?:police|sheriff|constable|fbi|irs|marshals?|prosecutor|district attorney|attorney general|government|federal (?:agency|officer)|officer of the law|bailiffs?)\b/,
  ),
  severe(
    "poses_as_police",
    /\b(?:(?:report|refer|hand|pass|turn)(?:ed|ing)? (?:you|your (?:case|file)|this|the matter|it)(?: over)? to|call(?:ing)?|inform(?:ing)?) (?:the )?(?:police|sheriff|prosecutors?|authorities)\b/,
  ),
  severe(
    "arrest",
    /\b(?:arrest(?:ed|ing)?|jail(?:ed)?|imprison(?:ed|ment)?|detain(?:ed)?|handcuff(?:ed|s)?|put (?:you )?behind bars|go to prison|criminal (?:charges?|prosecution|proceedings|offen[cs]e))\b/,
  ),
  severe(
    "arrest",
    /\b(?:deport(?:ed|ation)?|immigration (?:authorities|office|services?)|custody of your child(?:ren)?)\b/,
  ),
  severe("blacklist", /\bblack[- ]?list(?:ed|ing)?\b/),
  severe("violence", /\b(?:hurt|harm|beat|break|kill|burn|smash|shoot|stab) (?:you|your|him|her|them)\b/),
  severe(
    "violence",
    /\b(?:watch your back|know where (?:you|your (?:family|children|kids)) (?:live|lives|work|works|go)|something (?:bad )?(?:will|might|could) happen to you|you(?:'| wi)ll (?:be sorry|regret (?:it|this)))\b/,
  ),
  severe(
    "insult",
    /\byou(?:'re| are|,)? (?:all )?(?:an? |such an? |nothing but an? |just an? |the )?(?:\w+ ){0,2}?(?:liar|thief|crook|scum|criminal|fraudster|parasite|loser|idiot|moron|stupid|pathetic|disgrace|lowlife)\b(?! (?:charges?|offen[cs]e|record|law|prosecution|proceedings))/,
  ),
  severe("insult", /\b(?:scumbag|deadbeat|bastard|bitch|fuck\w*|shit\w*|asshole)\b/),
  doubtful("rude_word", /\b(?:liar|thief|scum|fraudster|parasite|idiot|moron|lowlife)\b/),
  severe(
    "shaming",
    /\b(?:publish|post|expose|share|announce|put|print|circulate)\w* (?:\w+ ){0,3}?(?:your (?:name|photo|picture|face|debt|details)|you|it|this) (?:\w+ ){0,3}?(?:online|publicly|on (?:facebook|social media|instagram|x|twitter|the internet|the web|your (?:wall|street))|in the (?:press|newspapers?|neighbou?rhood))\b/,
  ),
  severe(
    "shaming",
    /\b(?:everyone|everybody|the whole (?:street|town|village|office)) (?:will|is going to|should) (?:know|hear|learn|find out)\b/,
  ),
  severe(
    "third_parties",
    /\b(?:tell|inform|contact|call|visit|speak to|write to|notify|phone) your (?:\w+ )?(?:employer|boss|work(?:place)?|colleagues?|co-?workers?|family|parents?|mother|father|wife|husband|spouse|partner|children|kids|friends?|neighbou?rs?|landlord|school|church|relatives?|references?|contacts?)\b/,
  ),

  threat(
    "file_suit",
    new RegExp(
      String.raw`\b(?:${we} )?${shall} (?:\w+ ){0,3}?(?:sue|sued|suing|litigate|go to court|take you to court|taken to court|issue (?:a )?(?:claim|proceedings)|file (?:a )?(?:claim|suit|lawsuit|complaint)|start (?:legal |court )?proceedings|commence (?:legal |court )?proceedings|bring (?:an )?(?:action|suit|lawsuit))\b`,
    ),
  ),
  threat(
    "file_suit",
    /\b(?:legal|court|county court) (?:action|proceedings)\b|\blaw ?suit\b|\blitigation\b|\b(?:see you in court|taken? to court|county court claim|ccj|summons)\b/,
  ),
  threat(
    "apply_enforcement",
    /\b(?:garnish(?:ed|ment|ee)?|attach(?:ed|ment of)? (?:your )?(?:wages|earnings|salary)|seize (?:your )?\w+|seizure of|repossess\w*|levy (?:on|upon) your|freeze your (?:bank )?account|bank levy|charging order|enforcement (?:agents?|officers?|action)|bailiffs?|take (?:your )?(?:goods|belongings|property|car|house|home))\b/,
  ),
  threat(
    "enter_premises",
    /\b(?:enter|come (?:in)?to|attend|visit|break into|call at|knock (?:at|on)) your (?:home|house|flat|premises|property|address|door|doorstep)\b/,
  ),
  threat(
    "bureau_report",
    /\b(?:report(?:ed|ing)?|notify|furnish(?:ed)?|register(?:ed)?|record(?:ed)?) (?:\w+ ){0,4}?(?:to|with) (?:\w+ ){0,2}?(?:credit (?:bureaus?|agenc(?:y|ies)|reference agenc(?:y|ies)|reporting agenc(?:y|ies))|experian|equifax|transunion)\b/,
  ),
  threat(
    "arbitration",
    new RegExp(
      String.raw`\b${shall} (?:\w+ ){0,3}?(?:arbitrate|(?:start|commence|refer (?:\w+ ){0,3}to|go to|submit (?:\w+ ){0,3}to|file for) arbitration)\b`,
    ),
  ),
  threat(
    "statutory_demand",
    /\b(?:statutory demand|bankruptcy (?:petition|proceedings)|make you bankrupt|declare you bankrupt|winding[- ]up petition|wind (?:your company|you|the company) up|petition for your bankruptcy)\b/,
  ),
  threat(
    "default_judgment",
    /\b(?:default judgment|judgment (?:in default|by default|against you|will be entered))\b/,
  ),

  doubtful(
    "vague_threat",
    /\b(?:further (?:action|steps|measures)|(?:serious|severe|grave|dire|unpleasant) consequences|whatever (?:it takes|is necessary)|all (?:available|necessary) (?:means|measures|steps)|no (?:other )?choice but|suffer the consequences|escalat(?:e|ed|ion)|take (?:this|matters|it) further)\b/,
  ),
  doubtful(
    "credit_standing",
    /\b(?:(?:affect|damage|ruin|harm|destroy|impact|hurt)\w* (?:\w+ ){0,2}?(?:credit|rating|standing|reputation)|credit (?:score|rating|file|history|record|report))\b/,
  ),
  doubtful(
    "false_urgency",
    /\b(?:final (?:notice|warning|demand|opportunity|chance)|last (?:chance|warning|notice)|within (?:the )?(?:24|48) hours|immediately or|today or|or else|before it(?:'s| is) too late|time is running out)\b/,
  ),
  doubtful(
    "assumed_office",
    /\b(?:legal department|(?:pre-?)?litigation (?:department|team|unit)|field agents?|investigators?|attorney|solicitor|lawyer|law firm|enforcement (?:department|division|team))\b/,
  ),
  doubtful(
    "no_way_out",
    /\b(?:no (?:point|use) (?:in )?(?:disputing|arguing|objecting)|cannot (?:be )?disput\w*|do not (?:contact|write to|consult|speak to) (?:a |an |any )?(?:lawyer|solicitor|attorney|adviser|advisor|court)|you have no (?:rights?|defen[cs]e|choice))\b/,
  ),
];

/** Before a negation of the same clause these make it a condition, and what follows a threat like any other. */
export const englishCondition = /\b(?:if|unless|should|until|failing|where|when)\b[^.;!?,]*$/;

/** Words right before a match, or in it, that turn it round: such a sentence is read by a person, not blocked. */
export const englishNegation =
  /\b(?:not|never|cannot|can't|won't|don't|neither|nor)(?: (?!we\b|i\b|you\b|they\b|will\b|shall\b|pay\b|then\b)[\w']+){0,2} (?:\w+ ){0,2}$/;
