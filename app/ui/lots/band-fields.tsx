import type { ReactNode } from "react";
import { type BandCell, cellKey } from "#app/domain/portfolios/bands.ts";
import type { BandCheck } from "#app/domain/portfolios/lot-fees.ts";
import { formatMoney } from "#app/messages/format.ts";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { MoneyField } from "#app/ui/money-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { BandVerdict } from "./band-verdict.tsx";
import { bandWords } from "./band-words.ts";

type BandFieldsProps = { cells: BandCell[]; currency: string; checks: BandCheck[] };

/** A rate for each band, with how it stands to the cap beside it, and one for all bands that are left empty. */
export function BandFields({ cells, currency, checks }: BandFieldsProps) {
  const t = useT();
  const locale = useLocale();
  const checkOf = ({ amount, age }: BandCell) =>
    checks.find((each) => each.amount === amount && each.age === age)?.check ?? null;
  return (
    <div className="bands">
      <fieldset className="band all">
        <legend>{t("lots.all_bands")}</legend>
        <p className="hint">{t("lots.all_bands_hint")}</p>
        <Rates suffix="All" currency={currency} optional />
      </fieldset>
      {cells.map((cell) => (
        <fieldset key={cellKey(cell)} className="band">
          <legend>
            <span className="band-head">
              {bandWords(cell, { t, locale, currency })}{" "}
              <span className="hint">
                {t("lots.band_claims", {
                  count: cell.claims,
                  amount: formatMoney(cell.principal, currency, locale),
                })}
              </span>
            </span>
          </legend>
          <Rates suffix={`.${cellKey(cell)}`} currency={currency}>
            <div className="band-verdict">
              <BandVerdict check={checkOf(cell)} />
            </div>
          </Rates>
        </fieldset>
      ))}
    </div>
  );
}

type RatesProps = { suffix: string; currency: string; optional?: boolean; children?: ReactNode };

function Rates({ suffix, currency, optional, children }: RatesProps) {
  const t = useT();
  return (
    <div className="band-rates">
      <TextField
        name={`rate${suffix}`}
        label={t("lots.rate")}
        inputMode="decimal"
        width="short"
        suffix="%"
        autoComplete="off"
        optional={optional}
      />
      <MoneyField name={`fixed${suffix}`} label={t("lots.fixed")} currency={currency} optional />
      {children}
    </div>
  );
}
