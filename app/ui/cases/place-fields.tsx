import { useFetcher, useLocation } from "@remix-run/react";
import { useState } from "react";
import type { FoundPlace, PlaceView } from "#app/domain/cases/place-view.ts";
import { Button } from "#app/ui/button.tsx";
import { useLocale, useT } from "#app/ui/messages.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** Where the debtor lives or sits: found by name, or chosen from the country down. Both work without scripts. */
export function PlaceFields({ view }: { view: PlaceView }) {
  const t = useT();
  const { key } = useLocation();
  const { countries, provinces, cities, chosen } = view;
  return (
    <fieldset className="field" id="place">
      <legend>{t("cases.place.legend")}</legend>
      <p className="hint">{t("cases.place.hint")}</p>
      <PlaceSearch key={key} query={view.query} found={view.found} />
      <Select name="country" label={t("places.level.country")} choices={countries} />
      <Narrow show={provinces.length === 0} label={t("cases.place.choose_country")} />
      {provinces.length > 0 && (
        <>
          <Select name="province" label={t("places.level.province")} choices={provinces} />
          <Narrow show={cities.length === 0} label={t("cases.place.choose_province")} />
        </>
      )}
      {cities.length > 0 && <Select name="city" label={t("places.level.city")} choices={cities} />}
      {chosen && <PlaceNote chosen={chosen} />}
    </fieldset>
  );
}

/** Asks the server for the next list; with scripts it comes by itself. */
const Narrow = ({ show, label }: { show: boolean; label: string }) =>
  show ? (
    <noscript>
      <Button name="next" value="stay" small>
        {label}
      </Button>
    </noscript>
  ) : null;

function PlaceNote({ chosen: { name, zones, unsupported } }: { chosen: NonNullable<PlaceView["chosen"]> }) {
  const t = useT();
  if (unsupported === "places.refused.country") return null;
  if (unsupported) return <Notice tone="shut">{t(unsupported, { place: name })}</Notice>;
  const list = zones.map((zone) => zone.split("/").at(-1)?.replaceAll("_", " ")).join(t("list.separator"));
  return (
    <Notice tone={zones.length > 1 ? "wait" : "info"}>
      <p>{t("cases.place.zones", { place: name, zones: list, count: zones.length })}</p>
      {zones.length > 1 && <p>{t("places.zones.several", { place: name })}</p>}
    </Notice>
  );
}

function PlaceSearch({ query, found }: { query: string; found: FoundPlace[] }) {
  const t = useT();
  const locale = useLocale();
  const { load, data } = useFetcher<{ query: string; found: FoundPlace[] }>();
  const [asked, setAsked] = useState(query);
  const shown = data?.query === asked ? data.found : asked === query ? found : [];
  const look = (text: string) => {
    setAsked(text);
    if (text.trim()) load(`/places/search?q=${encodeURIComponent(text)}&lang=${locale}`);
  };
  return (
    <div
      className="place-search"
      onInput={(event) => event.target instanceof HTMLInputElement && look(event.target.value)}
    >
      <TextField
        name="q"
        label={t("cases.place.search")}
        type="search"
        autoComplete="off"
        optional
        defaultValue={query}
      />
      <noscript>
        <Button name="next" value="stay" small>
          {t("cases.place.find")}
        </Button>
      </noscript>
      <p role="status" className="visually-hidden">
        {asked ? t("cases.place.found", { count: shown.length }) : ""}
      </p>
      {shown.length > 0 && (
        <ul className="place-results">
          {shown.map((place) => (
            <FoundItem key={place.code} place={place} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FoundItem({ place: { code, name, within, unsupported } }: { place: FoundPlace }) {
  const t = useT();
  if (unsupported && unsupported !== "places.refused.country") {
    return (
      <li>
        <b>{name}</b> {within} <span className="hint">{t(unsupported, { place: name })}</span>
      </li>
    );
  }
  return (
    <li>
      <Button name="pick" value={code} small tone="quiet">
        {within ? `${name}, ${within}` : name}
      </Button>
    </li>
  );
}
