import type { ReactNode } from "react";
import type { Lint, Passage } from "#app/domain/law/linter/lint.ts";
import { useT } from "#app/ui/messages.tsx";

type Shade = Passage & { tone: "severe" | "doubtful" | "threat"; label: string };

/** The words as written, with what the linter found marked in them; a mark says what it is, not by colour alone. */
export function MarkedText({ words, marks }: { words: string; marks: Lint }) {
  const shades = useShades(marks);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const shade of shades) {
    if (shade.from < at) continue;
    parts.push(words.slice(at, shade.from));
    parts.push(
      <mark key={shade.from} className={`text-mark ${shade.tone}`}>
        {words.slice(shade.from, shade.to)}
        <span className="text-mark-label"> [{shade.label}]</span>
      </mark>,
    );
    at = shade.to;
  }
  parts.push(words.slice(at));
  return <blockquote className="marked-text">{parts}</blockquote>;
}

function useShades({ severe, doubtful, threats }: Lint): Shade[] {
  const t = useT();
  return [
    ...severe.map((mark): Shade => ({ ...mark, tone: "severe", label: t(`law.mark.${mark.kind}`) })),
    ...threats.map(
      (mark): Shade => ({
        ...mark,
        tone: "threat",
        label: t("texts.threatens", { step: t(`law.action.${mark.step}`) }),
      }),
    ),
    ...doubtful.map((mark): Shade => ({ ...mark, tone: "doubtful", label: t(`law.mark.${mark.kind}`) })),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
}
