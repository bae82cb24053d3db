export const taxCountries = ["US", "CN", "DE", "GB"] as const;
export type TaxCountry = (typeof taxCountries)[number];

export type TaxRow = {
  id: string;
  country: TaxCountry;
  /** `standard`: the rate on services. The others are what a paper says instead of a tax line. */
  rule: "standard" | "small" | "place_of_supply" | "reverse_charge";
  rateBps: number | null;
  citation: string;
  url: string;
  /** First civil day it holds on. */
  from: string;
};

const germany = "https://www.gesetze-im-internet.de/ustg_1980/";
const kingdom = "https://www.legislation.gov.uk/ukpga/1994/23/";
const china = "https://flk.npc.gov.cn/";

/** What is on file of taxes on the services that our papers bill. What is not here is not assumed. Counsel has compared no row with its source yet. */
export const taxRows: readonly TaxRow[] = [
  {
    ...{ id: "DE-VAT-01", country: "DE", rule: "standard", rateBps: 1_900, citation: "UStG 12(1)" },
    ...{ url: `${germany}__12.html`, from: "2021-01-01" },
  },
  {
    ...{ id: "DE-VAT-02", country: "DE", rule: "small", rateBps: null, citation: "UStG 19(1)" },
    ...{ url: `${germany}__19.html`, from: "2025-01-01" },
  },
  {
    ...{ id: "DE-VAT-03", country: "DE", rule: "place_of_supply", rateBps: null, citation: "UStG 3a(2)" },
    ...{ url: `${germany}__3a.html`, from: "2021-01-01" },
  },
  {
    ...{
      id: "DE-VAT-04",
      country: "DE",
      rule: "reverse_charge",
      rateBps: null,
      citation: "UStG 13b(2) no. 1, 13b(5)",
    },
    ...{ url: `${germany}__13b.html`, from: "2021-01-01" },
  },
  {
    ...{ id: "GB-VAT-01", country: "GB", rule: "standard", rateBps: 2_000, citation: "VATA 1994 s.2(1)" },
    ...{ url: `${kingdom}section/2`, from: "2021-01-01" },
  },
  {
    ...{ id: "GB-VAT-02", country: "GB", rule: "small", rateBps: null, citation: "VATA 1994 s.3, Sch. 1" },
    ...{ url: `${kingdom}section/3`, from: "2021-01-01" },
  },
  {
    ...{
      id: "GB-VAT-03",
      country: "GB",
      rule: "place_of_supply",
      rateBps: null,
      citation: "VATA 1994 s.7A(2)(a)",
    },
    ...{ url: `${kingdom}section/7A`, from: "2021-01-01" },
  },
  {
    ...{ id: "GB-VAT-04", country: "GB", rule: "reverse_charge", rateBps: null, citation: "VATA 1994 s.8" },
    ...{ url: `${kingdom}section/8`, from: "2021-01-01" },
  },
  {
    ...{ id: "CN-VAT-01", country: "CN", rule: "standard", rateBps: 600, citation: "增值税法 10(3)" },
    ...{ url: china, from: "2026-01-01" },
  },
  {
    ...{ id: "CN-VAT-04", country: "CN", rule: "reverse_charge", rateBps: null, citation: "增值税法 15" },
    ...{ url: china, from: "2026-01-01" },
  },
];
