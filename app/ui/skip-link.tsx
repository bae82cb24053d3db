import { useT } from "./messages.tsx";

export function SkipLink() {
  const t = useT();
  return (
    <a href="#content" className="skip">
      {t("app.skip")}
    </a>
  );
}
