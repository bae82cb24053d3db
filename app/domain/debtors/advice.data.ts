/** Where a debtor gets free advice, as of November 2026; each is the body's own address. */
export type Advice = { name: string; url: string };

const byPlace: Record<string, readonly Advice[]> = {
  US: [
    {
      name: "Consumer Financial Protection Bureau",
      url: "https://www.consumerfinance.gov/consumer-tools/debt-collection/",
    },
    {
      name: "Legal Services Corporation: find legal aid",
      url: "https://www.lsc.gov/about-lsc/what-legal-aid/i-need-legal-help",
    },
    { name: "National Foundation for Credit Counseling", url: "https://www.nfcc.org" },
  ],
  GB: [
    { name: "National Debtline", url: "https://www.nationaldebtline.org" },
    { name: "StepChange Debt Charity", url: "https://www.stepchange.org" },
    { name: "Citizens Advice", url: "https://www.citizensadvice.org.uk/debt-and-money/" },
  ],
  DE: [
    {
      name: "meine-schulden.de (Arbeitsgemeinschaft Schuldnerberatung)",
      url: "https://www.meine-schulden.de",
    },
    { name: "Verbraucherzentrale", url: "https://www.verbraucherzentrale.de" },
    {
      name: "Caritas Schuldnerberatung",
      url: "https://www.caritas.de/hilfeundberatung/onlineberatung/schuldnerberatung",
    },
  ],
  CN: [
    { name: "中国法律服务网（12348）", url: "https://www.12348.gov.cn" },
    { name: "国家反诈中心 96110", url: "https://www.mps.gov.cn" },
  ],
};

/** By the case's jurisdiction: `US-CA`, `GB-EW`, `DE`, `CN`. */
export const adviceFor = (jurisdiction: string): readonly Advice[] => byPlace[jurisdiction.slice(0, 2)] ?? [];
