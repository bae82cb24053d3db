import { useLocation } from "@remix-run/react";
import { Monitor, Moon, Sun } from "lucide-react";
import { localeNames, locales, localeTags } from "#app/messages/locale.ts";
import { useLocale, useT } from "./messages.tsx";

export type Theme = "auto" | "light" | "dark";

const themeIcons = { auto: Monitor, light: Sun, dark: Moon };

const useHere = () => {
  const { pathname, search } = useLocation();
  return pathname + search;
};

/** One button a language. A plain form: the page comes back whole, in the other language. */
export function LanguageSwitch() {
  const t = useT();
  const here = useHere();
  const current = useLocale();
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="next" value={here} />
      <fieldset className="switch">
        <legend className="visually-hidden">{t("nav.language")}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={localeTags[locale]}
            aria-pressed={locale === current}
          >
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** Light, dark, or as the device says. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const t = useT();
  const here = useHere();
  return (
    <form method="post" action="/preferences">
      <input type="hidden" name="next" value={here} />
      <fieldset className="switch">
        <legend className="visually-hidden">{t("nav.theme")}</legend>
        {(["auto", "light", "dark"] as const).map((each) => {
          const Icon = themeIcons[each];
          return (
            <button
              key={each}
              type="submit"
              name="theme"
              value={each}
              aria-pressed={theme === each}
              title={t(`nav.theme_${each}`)}
            >
              <Icon aria-hidden size={16} />
              <span className="visually-hidden">{t(`nav.theme_${each}`)}</span>
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
