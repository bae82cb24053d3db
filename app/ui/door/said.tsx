import type { StatementKind } from "#app/domain/debtors/statements.ts";
import { doorDate } from "#app/messages/door/languages.ts";
import { useDoorLanguage, useDoorT } from "./door-words.tsx";

export type SaidShown = { id: string; kind: StatementKind; on: string };

/** What a debtor has said, each with its receipt. */
export function Said({ said }: { said: SaidShown[] }) {
  const t = useDoorT();
  const language = useDoorLanguage();
  return (
    <ul className="door-links">
      {said.map(({ id, kind, on }) => (
        <li key={id}>
          <a href={`/door/receipts/${id}`}>
            {t("claim.said.one", { what: t(`said.${kind}`), day: doorDate(on, language) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
