import { Card } from "#app/ui/card.tsx";
import { useDoorT } from "./door-words.tsx";

export type AdviceGiven = readonly { name: string; url: string }[];

/** Where help is free: on every page inside. */
export function Advice({ advice }: { advice: AdviceGiven }) {
  const t = useDoorT();
  if (advice.length === 0) return null;
  return (
    <Card title={t("advice.title")}>
      <p>{t("advice.text")}</p>
      <ul className="door-links">
        {advice.map(({ name, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function BackToClaim() {
  const t = useDoorT();
  return (
    <p>
      <a className="back" href="/door/claim">
        ← {t("receipt.back")}
      </a>
    </p>
  );
}
