import chineseFont from "@fontsource-variable/noto-sans-sc/wght.css?url";
import { useEffect, useState } from "react";
import { useLocale } from "./messages.tsx";

/**
 * The Chinese face's table of slices is heavy, so only Chinese pages wait for it; others fetch it once they
 * stand, for the names and the language switch. The slices themselves load by the characters in use.
 */
export function ChineseFont() {
  const locale = useLocale();
  const [later, setLater] = useState(false);
  useEffect(() => setLater(true), []);
  return locale === "zh" || later ? <link rel="stylesheet" href={chineseFont} /> : null;
}
