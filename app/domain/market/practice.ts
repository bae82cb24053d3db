import { type ClaimCurrency, claimCurrencies } from "#app/domain/cases/amount.ts";

/** Least and most principal a firm takes on, in minor units; null where there is no bound. */
export type Amounts = Partial<Record<ClaimCurrency, { least: number | null; most: number | null }>>;

/** What a collector's organisation takes on. An empty list of anything but places means any. */
export type Practice = {
  places: string[];
  /** Fields, or branches for all of their fields. */
  fields: string[];
  claimKinds: string[];
  debtorKinds: string[];
  feeModels: string[];
  languages: string[];
  amounts: Amounts;
  leastDays: number | null;
  mostDays: number | null;
  takesDisputed: boolean;
  takesLots: boolean;
  /** Works beyond its places, wherever it is licensed. */
  remote: boolean;
  paused: boolean;
};

export const languages = ["zh", "en", "de", "es", "fr", "ru", "tr", "ar"] as const;

/** The language that a debtor is most likely written to in; the one of the courts there. */
const spoken: Record<string, (typeof languages)[number]> = { CN: "zh", US: "en", GB: "en", DE: "de" };

export const languageAt = (country: string): string | null => spoken[country] ?? null;

export const practiceCurrencies = Object.keys(claimCurrencies) as ClaimCurrency[];
