import { useT } from "#app/ui/messages.tsx";

export type MarketMapView = {
  src: string;
  viewBox: string;
  shapes: { code: string; to: string | null; level: number; title: string }[];
};

/**
 * Where the rounds are, darker where there are more. A picture for the eye: the list of regions beside it has the same figures
 * and links in words, so the map is left out of reading aloud and of the order of keys.
 */
export function MarketMap({ map: { src, viewBox, shapes } }: { map: MarketMapView }) {
  const t = useT();
  return (
    <details className="market-map" open>
      <summary>{t("market.map")}</summary>
      <svg viewBox={viewBox} aria-hidden="true" focusable="false">
        {shapes.map(({ code, to, level, title }) =>
          to ? (
            <a key={code} href={to} tabIndex={-1}>
              <use href={`${src}#${code}`} className={`region level-${level}`}>
                <title>{title}</title>
              </use>
            </a>
          ) : (
            <use key={code} href={`${src}#${code}`} className="region shut" />
          ),
        )}
      </svg>
      <p className="hint">{t("market.map_source")}</p>
    </details>
  );
}
