import { type Facts, isKnown } from "#app/domain/law/facts.ts";

/** The other legal systems of the United Kingdom: courts, limitation and pre-action rules of their own. */
export type OtherSystem = "scotland" | "northern_ireland";

const codes = (text: string) => text.trim().split(/\s+/);

/** Names, ISO 3166-2 codes and the larger towns. A town that England or Wales has too (Bangor, Perth Road) is left out. */
const named: Record<OtherSystem, ReadonlySet<string>> = {
  scotland: new Set([
    ...[
      "scotland",
      "sct",
      "gb-sct",
      "alba",
      "fife",
      "highland",
      "highlands",
      "lothian",
      "orkney",
      "shetland",
    ],
    ...codes(
      "abd abe agb ans clk dgy dnd eay edh edu eln els erw fal fif glg hld ivc mln mry nay nlk ork pkn rfw say scb slk stg wdu wln zet",
    ).flatMap((code) => [code, `gb-${code}`]),
    ...["aberdeen", "airdrie", "alloa", "arbroath", "ayr", "bellshill", "clydebank", "coatbridge"],
    ...["cumbernauld", "dumbarton", "dumfries", "dundee", "dunfermline", "east kilbride", "edinburgh"],
    ...["elgin", "falkirk", "fort william", "fraserburgh", "galashiels", "glasgow", "glenrothes"],
    ...["grangemouth", "greenock", "inverness", "irvine", "kilmarnock", "kirkcaldy", "kirkintilloch"],
    ...["kirkwall", "lerwick", "livingston", "motherwell", "musselburgh", "oban", "paisley", "perth"],
    ...["peterhead", "rutherglen", "st andrews", "stirling", "stornoway", "stranraer", "wishaw"],
  ]),
  northern_ireland: new Set([
    ...["northern ireland", "nir", "gb-nir", "ni", "ulster"],
    ...codes("abc and ann bfs ccg drs fmo lbc mea mul nmd").flatMap((code) => [code, `gb-${code}`]),
    ...["antrim", "armagh", "ballymena", "banbridge", "belfast", "carrickfergus", "coleraine", "cookstown"],
    ...["craigavon", "derry", "downpatrick", "dungannon", "enniskillen", "larne", "limavady", "lisburn"],
    ...["londonderry", "lurgan", "newry", "newtownabbey", "newtownards", "omagh", "portadown", "strabane"],
  ]),
};

function systemOf(text: unknown): OtherSystem | null {
  if (typeof text !== "string") return null;
  const plain = text.trim().toLowerCase();
  if (named.scotland.has(plain)) return "scotland";
  return named.northern_ireland.has(plain) ? "northern_ireland" : null;
}

/**
 * The legal system, other than that of England and Wales, under which the debtor lives or which governs the contract; null where nothing
 * points to one. A place outside the United Kingdom is none of these.
 *
 * @see gb.md, its first line; GB-TV-18
 */
export function otherSystemOf(facts: Facts): OtherSystem | null {
  const { country, state, land, province, city } = facts.debtor?.residence ?? {};
  const law = facts.limitation?.chosenLaw;
  const abroad = isKnown(country) && !/^(gb|uk|united kingdom)(-|$)/i.test(country.trim());
  const lived = abroad ? [country] : [country, state, land, province, city];
  for (const each of [...lived, law]) {
    const system = systemOf(each);
    if (system) return system;
  }
  return null;
}
