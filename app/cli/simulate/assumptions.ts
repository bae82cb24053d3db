/**
 * How people behave in the simulation. These are assumptions, not measurements: the report prints them beside every figure that rests on
 * them. What the product does (who is told of a round, who may bid, what a fee may be, when a round closes) is the product's own and
 * is not assumed.
 */
export const assumptions = {
  /** Of cases and of collectors. */
  countries: { CN: 0.6, US: 0.25, DE: 0.1, GB: 0.05 },
  /** Weight of a country's n-th place: 1/n to this power (Zipf). Cases and collectors are ranked apart, so that they do not lie alike. */
  placeExponent: 0.7,
  rankNoise: 0.35,
  /** A collector who is told of a round looks at it at all. */
  looks: 0.3,
  /** Hours of its own working time (9 to 18, Monday to Friday) until it does. */
  looksAfterHours: { median: 1.5, spread: 1 },
  /** One who looks offers: together about a tenth of those who are told, a cautious guess. */
  offers: 0.35,
  /** Most offers that one collector places in a day. */
  offersADay: 4,
  /** Firms that read the market list on a working day without being told of anything. */
  browsersADay: 20,
  /** Basis points of what is recovered, for an offer of success fee. */
  successBps: [600, 1700],
  /** An offer that first overshoots the law's cap, to be corrected when it is refused. */
  overshoots: 0.03,
  /** Collectors whose licence has ended, was suspended, is for another place, or was looked up too long ago; all try to bid. */
  unfit: 0.05,
  /** Rounds at which an unfit collector tries, and at which an offer is tried after the close. */
  unfitTries: 0.1,
  lateTries: 0.05,
  /** Shares of collectors; a least amount in major units of the place's currency. */
  practice: {
    ownPlaceOnly: 0.7,
    oneBranch: 0.3,
    remote: 0.15,
    leastAmount: { share: 0.3, major: 5_000 },
  },
  windows: { 24: 0.4, 48: 0.4, 120: 0.2 },
  /** Creditors who decide within the simulation; papers are drawn up and nobody signs, so that three days later the award lapses. */
  awards: 0.03,
  /** Principal in major units of the place's currency. */
  principal: { median: 18_000, spread: 1.1 },
} as const;
