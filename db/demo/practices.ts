import type { Practice } from "#app/domain/market/practice.ts";
import { keepPractice } from "#app/use-cases/market/keep-practice.server.ts";
import { saveSearch } from "#app/use-cases/market/save-search.server.ts";
import type { Player } from "./cast.ts";
import { ctxOf, type Stage, value } from "./stage.ts";

const open: Practice = {
  places: [],
  fields: [],
  claimKinds: [],
  debtorKinds: [],
  feeModels: [],
  languages: [],
  amounts: {},
  leastDays: null,
  mostDays: null,
  takesDisputed: false,
  takesLots: true,
  remote: false,
  paused: false,
};

type Collectors = { lawyer: Player; agency: Player; shenzhen: Player };

/** What the demo's collectors take on, and a search that the lawyer kept. */
export async function keepPractices(stage: Stage, { lawyer, agency, shenzhen }: Collectors): Promise<void> {
  const keep = async ({ actor }: Player, practice: Partial<Practice>) =>
    value(await keepPractice(await ctxOf(stage, actor), { ...open, ...practice }));
  await keep(lawyer, {
    places: ["US-CA", "US-NY"],
    fields: ["trade", "services", "construction"],
    debtorKinds: ["company", "sole_trader"],
    amounts: { USD: { least: 500_000, most: null } },
  });
  await keep(agency, { places: ["US-CA"], amounts: { USD: { least: null, most: 20_000_000 } } });
  await keep(shenzhen, { places: ["CN-440000"], languages: ["zh", "en"], takesDisputed: true });
  const kept = { name: "New York, goods", alert: "daily", query: "place=US-NY&kind=goods" } as const;
  value(await saveSearch(await ctxOf(stage, lawyer.actor), kept));
}
