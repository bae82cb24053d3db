const cache = "a cache: without it the same is worked out anew";
const path = "the fact was found before the code comes here, so that the path is there";
const sameDay = "on the day itself both ways lead to the same";
const moment = "what happens at one moment has no order, and either is of the same day";
const shortcut = "a shortcut: the longer way gives the same";
const noDate = "what is put in is no date, no zone and no fact of ours, and is passed over like nothing";
const noText = "what is no text has not the form of one";
const noLater = "nothing counts as zero here, which every day and moment on file is later than";
const oneMore = "one more moment to look at, which the windows themselves judge";
const rounds = "taking the lesser first, the search comes to the same in more rounds";
const over = "no guard names a moment that is over";
const turns = "without a next moment the search stands still, and ends in none too";
const abroad = "this is asked only where another country is known";
const parse = "what the pattern would let through besides, `Date.parse` refuses";
const place = "the places that the engine asks about begin with their country";
const alike = "of two that are alike either is taken";
const unnamed = "nothing comes before or after a day that is not named";
const answered = "a default from a day is answered above; the case stands there for the types";
const unlisted = "no list of names has what has no name";
const dated = "every letter that is found has a date";

/** Changes that no test can notice, each with why: by file, the source as it is and what it becomes. */
export const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "calculators/answers.ts": {
    "() => ({}) -> () => undefined": "nothing and no fields are spread alike",
  },
  "calculators/cn.ts": {
    "facts.dates?.abroad -> facts.dates.abroad": path,
    "found.cap !== null -> true": "mainland China's cap is always a figure",
  },
  "calculators/de-deadlines.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "facts.dates?.land -> facts.dates.land": path,
  },
  "calculators/de-interest.ts": { "facts.paidOn < end -> facts.paidOn <= end": sameDay },
  "calculators/gb-deadlines.ts": {
    "facts.dates?.abroad -> facts.dates.abroad": path,
    "facts.dates?.clearDays -> facts.dates.clearDays": path,
  },
  "calculators/gb.ts": {
    "amount === null -> true": "an amount without what was recovered is refused a line above",
    "from !== undefined -> true": "no day is before one that is not named",
    "recovered === null -> false": "an amount without what was recovered is refused above",
  },
  "calculators/us.ts": {
    "/^US-/ -> /US-/": place,
    "/^US-?/ -> /US-?/": place,
    "/^US-?/ -> /^US-/": "neither the country nor an empty name is a state",
    "dates?.abroad -> dates.abroad": path,
    "dates?.byMail -> dates.byMail": path,
  },
  "calendar/civil.ts": {
    "days.size >= MOST_DAYS -> days.size < MOST_DAYS": cache,
    "days.size >= MOST_DAYS -> days.size > MOST_DAYS": cache,
    "days.size >= MOST_DAYS -> false": cache,
    "days.size >= MOST_DAYS -> true": cache,
    "found !== undefined -> false": cache,
    'typeof value === "string" -> true': "what is no text has not the form of a date",
  },
  "calendar/de.ts": { '"creditor" -> ""': "whoever is not the debtor is the creditor" },
  "calendar/us-holidays.ts": {
    "holiday === day -> false": "a holiday on a day of the week is kept on that day",
    "known -> false": cache,
  },
  "calendar/zones.ts": {
    "/^\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:?\\d{2})$/ -> /\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:?\\d{2})$/":
      parse,
    "/^\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:?\\d{2})$/ -> /^\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:?\\d{2})/":
      parse,
    "found !== undefined -> false": cache,
    "hit + 1 -> hit - 1": cache,
    "hit + 1 === starts.length -> false": cache,
    "hit + 1 === starts.length || ms < starts[hit + 1] -> hit + 1 === starts.length && ms < starts[hit + 1]":
      cache,
    "instants.size >= MOST_INSTANTS -> false": cache,
    "instants.size >= MOST_INSTANTS -> instants.size < MOST_INSTANTS": cache,
    "instants.size >= MOST_INSTANTS -> instants.size > MOST_INSTANTS": cache,
    "instants.size >= MOST_INSTANTS -> true": cache,
    "ms < starts[hit + 1] -> false": cache,
    "next.epochMilliseconds > LAST -> next.epochMilliseconds >= LAST":
      "no zone changes its clock at that instant",
    "starts.length - 1 -> starts.length + 1": "the search comes back from beyond the end",
    "starts[hit] <= ms && (hit + 1 === starts.length || ms < starts[hit + 1]) -> false": cache,
    "starts[hit] <= ms -> starts[hit] < ms": cache,
  },
  "compile.ts": {
    '"|" -> ""': "two letters name a state, so that lists of them read apart",
    "known -> false": cache,
    '"procedure" -> ""': "rows that bar a threatened step know no hours",
    '[] -> ["Stryker was here"]': "no row that bars a step asks what else is threatened",
    "next.day <= until -> next.day < until": sameDay,
    "next.ms <= startOfDay(zone, until) -> next.ms < startOfDay(zone, until)": "both are the same moment",
    "unknown.length > 0 -> true": "what is asked for has no doubles",
    "unknown.length > 0 -> unknown.length >= 0": "what is asked for has no doubles",
  },
  "conditions.ts": {
    '"all" -> ""': cache,
    '"all" in condition || "any" in condition -> "all" in condition && "any" in condition': cache,
    '"all" in condition || "any" in condition -> false': cache,
    '"all" in condition || "any" in condition || "not" in condition -> ("all" in condition || "any" in condition) && "not" in condition':
      cache,
    '"any" -> ""': cache,
    '"fact" in condition -> true': "whatever is left is never unknown",
    '"not" -> ""': cache,
    "isPlain(selector) -> false": shortcut,
    "scene === last -> false": cache,
    '"all" in condition || "any" in condition || "not" in condition -> false': cache,
    '"all" in condition || "any" in condition || "not" in condition -> true': cache,
  },
  "decide-across.ts": {
    '"" -> "Stryker was here!"': abroad,
    "!isKnown(country) -> false": abroad,
    "(each) => each === null -> () => undefined": turns,
    "String(b) > String(a) -> String(b) <= String(a)": rounds,
    "String(b) > String(a) -> String(b) >= String(a)": rounds,
    "String(b) > String(a) -> false": rounds,
    "String(b) > String(a) -> true": rounds,
    "each === null -> false": turns,
    "facts.debtor?.residence -> facts.debtor.residence": abroad,
    "next.some((each) => each === null) -> false": turns,
    "next.some((each) => each === null) -> next.every(each => each === null)": turns,
    "turn += 1 -> turn -= 1": "the search ends long before",
    "turn < TURNS -> turn <= TURNS": "the search ends long before",
    'typeof at === "string" -> true':
      "the first moment asked about is refused, and every later one is a text",
  },
  "decide.ts": {
    "latest === scene -> false": over,
    "latest === scene -> latest !== scene": over,
    "latest === scene || moment(then) > moment(latest) -> latest === scene && moment(then) > moment(latest)":
      rounds,
    "latest === scene || moment(then) > moment(latest) -> true": rounds,
    "row.unblock.slice() -> row.unblock": "nobody who is told changes what is told",
    "rules.filter((each) => !isBeside(one, each, scene)) -> rules": shortcut,
    "round += 1 -> round -= 1": "the search ends long before",
    "round < ROUNDS -> round <= ROUNDS": "the search ends long before",
    'scene.kind === "contact" -> true': "a later day begins at a later instant",
    '[] -> ["Stryker was here"]':
      "a refusal always says what it asks for, and what is put in is no fact of an act",
    '(scene: Scene) => (scene.kind === "contact" ? scene.from : scene.day) -> () => undefined': rounds,
    "asking.verdicts.length === 0 -> false": shortcut,
    "moment(healing) <= moment(latest) -> false": rounds,
    "moment(healing) <= moment(latest) -> moment(healing) < moment(latest)": rounds,
    "moment(then) <= moment(here) -> false": over,
    "moment(then) <= moment(here) -> moment(then) < moment(here)":
      "a search that stands still ends in none too",
    "moment(then) > moment(latest) -> false": rounds,
    "moment(then) > moment(latest) -> moment(then) <= moment(latest)": rounds,
    "moment(then) > moment(latest) -> moment(then) >= moment(latest)": rounds,
  },
  "guards/anchors.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "item.ms < since -> false": shortcut,
    "item.ms < since -> item.ms <= since": shortcut,
    "reachDays === null -> true": shortcut,
    "true -> false": shortcut,
    'typeof value !== "string" -> false': noText,
    "zones.length > 1 -> zones.length >= 1": "the only zone is the place's",
  },
  "guards/counter.ts": {
    "day !== null -> true": noLater,
    "day > free -> day >= free": sameDay,
    "free === null -> false": noLater,
    "item.ms < oldest -> false": shortcut,
    "item.ms < oldest -> item.ms <= oldest": shortcut,
    "true -> false": shortcut,
  },
  "guards/credential.ts": {
    '[] -> ["Stryker was here"]': "what is put in is no credential",
    "expires !== null -> true": noLater,
    "verified !== null -> true": "no moment is long before any",
  },
  "guards/hold.ts": {
    "purpose !== undefined -> true": "no purpose is none of those",
    "recipientRole !== undefined -> true": "nobody is none of those",
    "started !== null -> true": noLater,
  },
  "guards/need.ts": { "answer === false -> true": "what is neither so nor unknown is not so" },
  "guards/never.ts": {
    "{ values: {}, next: null } -> {}": "no values are spread like none, and no moment is like none",
  },
  "guards/wait.ts": {
    '"last" -> ""': shortcut,
    "days + 1 -> days - 1": shortcut,
    'guard.after.pick === "last" -> false': shortcut,
    'guard.after.pick === "last" -> guard.after.pick !== "last"': shortcut,
    'guard.after.pick === "last" -> true': "how far back is asked of a last event alone",
  },
  "guards/window.ts": {
    "23 * 3_600_000 -> 23 / 3_600_000": shortcut,
    '[] -> ["Stryker was here"]': noDate,
    "at !== null -> true": "no calendar knows no moment",
    "day <= today + days -> day < today + days": "days of the week come again before the longer look ends",
    "next !== undefined && next - ms < SOON_MS -> false": shortcut,
    "next !== undefined -> next === undefined": shortcut,
    "next !== undefined -> true": "what was not found is not soon",
    "next - ms -> next + ms": shortcut,
    "next - ms < SOON_MS -> next - ms <= SOON_MS": "the list is complete for an hour more",
    'typeof text !== "string" -> false': noText,
    "window.from >= window.to -> true": oneMore,
    "window.weekdays && window.from >= window.to -> true": oneMore,
    "window.weekdays && window.from >= window.to -> window.weekdays || window.from >= window.to": oneMore,
  },
  "history.ts": {
    '"" -> "Stryker was here!"': noDate,
    "cursor.lane.items[cursor.at].ms > best.lane.items[best.at].ms -> cursor.lane.items[cursor.at].ms >= best.lane.items[best.at].ms":
      moment,
    "item.ms >= found.ms -> item.ms > found.ms": moment,
    "lane.length > 0 -> lane.length >= 0": "a lane is made with its first event",
    "lane.length > 0 -> true": "a lane is made with its first event",
    "last.ms <= item.ms -> last.ms < item.ms": shortcut,
    "types.length === 1 -> false": shortcut,
    "{ -> {}": shortcut,
  },
  "limitation/cn.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "ends < addMonths(last, -OBSTACLE_MONTHS) -> ends <= addMonths(last, -OBSTACLE_MONTHS)": shortcut,
    "ends < addMonths(last, -OBSTACLE_MONTHS) -> false": shortcut,
    "ends === null -> false": "an obstacle that still lasts was refused before",
    "type !== undefined -> true": unlisted,
  },
  "limitation/de.ts": {
    '"" -> "Stryker was here!"': "neither is the name of a pause",
    '[] -> ["Stryker was here"]': noDate,
    "default: -> default:": "nothing is passed over like null",
  },
  "limitation/gb.ts": { '[] -> ["Stryker was here"]': noDate },
  "limitation/us.ts": { "/^US-/ -> /US-/": place, '[] -> ["Stryker was here"]': noDate },
  "money/cn-interest.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "debt?.contractDate -> debt.contractDate": path,
    "debt?.kind -> debt.kind": path,
  },
  "money/cn-rates.ts": {
    "a < b -> a <= b": alike,
    "agreed < lpr -> agreed <= lpr": alike,
    "debt?.contractDate -> debt.contractDate": path,
    "facts.debt?.contractDate -> facts.debt.contractDate": path,
    "formed !== null -> true": unnamed,
  },
  "money/de-attachment.ts": { "first?.value -> first.value": path },
  "money/de-interest.ts": {
    '"DE-ESC-01" -> ""': answered,
    '"de_no_default" -> ""': answered,
    '"from" -> ""': answered,
    'case "from": -> case "from":': answered,
    "debt?.contractDate -> debt.contractDate": path,
    "debt?.createdOn -> debt.createdOn": path,
    "debt?.performedOn -> debt.performedOn": path,
    "facts.debt?.invoices -> facts.debt.invoices": path,
    "facts.debt?.landCharge -> facts.debt.landCharge": path,
    "performed !== null -> true": unnamed,
    'verzug.kind === "no_calendar" -> true': "only where the calendar is missing is there a latest day",
  },
  "money/de-parties.ts": { '"" -> "Stryker was here!"': noDate },
  "money/de-verzug.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "debt?.dueDate -> debt.dueDate": path,
    "debt?.invoiceHint -> debt.invoiceHint": path,
  },
  "money/fee-cap.ts": {
    "realised <= upTo -> false": shortcut,
    "realised <= upTo -> realised < upTo": shortcut,
  },
  "money/fee-caps/gb.ts": { '"" -> "Stryker was here!"': "no matter has that name" },
  "money/gb-interest.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "due + 1 -> due - 1": "beside the day after the due date an earlier one does not count",
  },
  "money/gb-judgment-interest.ts": {
    "entered !== null -> true": unnamed,
    "judgment?.ccaRegulated -> judgment.ccaRegulated": path,
    "judgment?.court -> judgment.court": path,
    "judgment?.latePaymentDebt -> judgment.latePaymentDebt": path,
  },
  "money/gb-late-payment.ts": {
    "fixedSums.find(({ below }) => debt < below)?.sum -> fixedSums.find(({ below }) => debt < below).sum":
      "the last of the sums has no upper end",
  },
  "money/judgment-interest.ts": {
    "from <= to -> true": "a stretch without a day bears nothing and is no line",
    "question.from !== undefined -> true": unnamed,
  },
  "money/us-interest.ts": {
    "/^US-/ -> /US-/": place,
    "ceiling !== undefined -> true": "no rate is above a ceiling that is not set",
    "debt?.contractDate -> debt.contractDate": path,
  },
  "money/us-judgment-rates.ts": {
    "/^US-?/ -> /US-?/": place,
    "a < b -> a <= b": alike,
    "judgment?.amount -> judgment.amount": path,
    "rate < perCent(5) -> rate <= perCent(5)": alike,
  },
  "named/bids.ts": { '[] -> ["Stryker was here"]': noDate },
  "named/cn-acts.ts": {
    "facts.notices?.paymentOrderReceivedOn -> facts.notices.paymentOrderReceivedOn": path,
    "received === null -> false":
      "no calendar of 1970 is on file, and where it ends the objection stands too",
    "scene.facts.notices?.objectionReceivedOn -> scene.facts.notices.objectionReceivedOn": path,
  },
  "named/de/bureau-report.ts": {
    '[] -> ["Stryker was here"]': noDate,
    "from === null -> false": "what is missing was counted above",
    "informed === null -> false": "what is missing was counted above",
  },
  "named/de/default.ts": { '[] -> ["Stryker was here"]': noDate },
  "named/de/first-assertion.ts": { '"" -> "Stryker was here!"': "neither is a profession" },
  "named/de/payment-order.ts": {
    '"" -> "Stryker was here!"': "the base rate has its last day on file",
    "formed < dayOf(points[0].from) -> formed <= dayOf(points[0].from)":
      "of its first day a series has a rate",
  },
  "named/dispute.ts": {
    '"dispute" -> ""': "it is only asked whether the hold is an insolvency's, and neither is",
  },
  "named/gb/exchange.ts": {
    "date === null -> false": dated,
    "facts.notices?.channel -> facts.notices.channel": path,
    "facts.notices?.postedOn -> facts.notices.postedOn": path,
  },
  "named/gb/protocol.ts": {
    '"" -> "Stryker was here!"': dated,
    "facts.notices?.documentsExplainedOn -> facts.notices.documentsExplainedOn": path,
    "facts.notices?.documentsProvidedOn -> facts.notices.documentsProvidedOn": path,
    "from.length === 0 -> false": shortcut,
    "letter.date === null -> false": dated,
  },
  "named/gb/register-number.ts": { '[] -> ["Stryker was here"]': noDate },
  "named/lawyer-number.ts": { '[] -> ["Stryker was here"]': noDate },
  "named/not-time-barred.ts": {
    '"shortest" -> ""': "what is not read as the longest is read as the shortest",
    "/^US-/ -> /US-/": place,
  },
  "named/text.ts": {
    '"" -> "Stryker was here!"': shortcut,
    'action.text.trim() !== "" -> true': shortcut,
    "action.text.trim() -> action.text": shortcut,
    "known !== undefined -> false": cache,
  },
  "named/third-party.ts": {
    '"not_in_service" -> ""': "a number that is out of use is found before",
    '"number_invalid" -> ""': "a number that is out of use is found before",
    "count >= FAILED_IN_A_ROW -> count > FAILED_IN_A_ROW": shortcut,
    "count >= FAILED_IN_A_ROW -> false": shortcut,
    "event.outcome !== undefined -> true": unlisted,
    "true -> false": shortcut,
  },
  "named/threat.ts": {
    '"file_suit" -> ""': "what bars a step is told once, however often the step is named",
  },
  "named/us-acts.ts": {
    "/^US-/ -> /US-/": place,
    "agreed === null -> false": "no rate is not above the cap either",
    "debt?.contractDate -> debt.contractDate": path,
  },
  "named/us-contact.ts": {
    "/^US-/ -> /US-/": place,
    "checked !== null -> true": noLater,
    "true -> false": shortcut,
    'typeof value === "number" -> true': "each of them is known to be a number here",
  },
  "named/validation.ts": {
    '!scene.holds.some(({ type }) => type === "dispute") -> false': shortcut,
    '"dispute" -> ""': "only a court's stays are stronger than a filing that protects",
    "arrived === null -> false": noLater,
    "counted === null -> false": noLater,
    "stated === null -> false": noLater,
    "stated === null || counted === null -> stated === null && counted === null": noLater,
    'type === "dispute" -> true': shortcut,
  },
  "selectors.ts": {
    '!scene.history.lanes.has("consent") -> false': shortcut,
    '"" -> "Stryker was here!"': "only the moment beside it is read",
    '"call" -> ""': "only the moment beside it is read",
    '{ type: "call", startedAt: "" } -> {}': "only the moment beside it is read",
    "event.outcome === undefined -> false": "no outcome is none of the failed ones",
    "item.ms < ms - (CONSENT_DAYS + 2) * DAY_MS -> false": shortcut,
    "item.ms < ms - (CONSENT_DAYS + 2) * DAY_MS -> item.ms <= ms - (CONSENT_DAYS + 2) * DAY_MS": shortcut,
    "true -> false": shortcut,
    'typeof value !== "string" -> false': "what is no text has the form of no moment",
  },
  "set-scene.ts": {
    '"unknown" -> ""': noDate,
    '[] -> ["Stryker was here"]': noDate,
    "country === pack.id -> false": shortcut,
    'facts.debtor?.otherZones === "unknown" -> false': noDate,
    "plausible.length > 0 -> plausible.length >= 0": "of no zones none is added",
    "plausible.length > 0 -> true": "of no zones none is added",
    "scene.zones.length > 1 -> scene.zones.length >= 1": shortcut,
    'typeof at === "string" -> true': "a date object has the form of no civil date",
    "zones.length > 1 -> true": shortcut,
    "zones.length > 1 -> zones.length >= 1": shortcut,
  },
};
