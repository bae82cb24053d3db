import { useDoorT } from "./door-words.tsx";
import { Said, type SaidShown } from "./said.tsx";

export function ReceiptsPage({ said }: { said: SaidShown[] }) {
  const t = useDoorT();
  return (
    <div className="stack">
      <h1>{t("claim.said.title")}</h1>
      <Said said={said} />
    </div>
  );
}
