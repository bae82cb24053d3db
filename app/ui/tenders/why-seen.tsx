import type { Forum } from "#app/domain/market/forum.ts";
import type { Match } from "#app/domain/market/match.ts";
import { formatCount } from "#app/messages/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { KeyValue } from "#app/ui/key-value.tsx";
import { useT } from "#app/ui/messages.tsx";

type WhySeenProps = { view: { match: Match | null; km: number | null; forum: Forum | null } };

/** Why this round stands before this firm, how far away it is and which courts the law names. */
export function WhySeen({ view: { match, km, forum } }: WhySeenProps) {
  const t = useT();
  const said = match?.verdicts.filter(({ verdict }) => verdict !== "open") ?? [];
  return (
    <Card
      title={t("match.title")}
      aside={
        match ? undefined : (
          <LinkButton to="/practice" small>
            {t("practice.title")}
          </LinkButton>
        )
      }
    >
      <p>
        {t("match.licensed")} {match ? t(match.fit ? "match.fit" : "match.no_fit") : t("match.no_profile")}
      </p>
      <KeyValue
        pairs={[
          ...said.map(({ aspect, verdict }) => ({
            label: t(`match.aspect.${aspect}`),
            value: t(verdict === "fits" ? "match.verdict.fits" : "match.verdict.misses"),
          })),
          ...(match ? [{ label: t("match.ring"), value: t(`match.ring.${match.ring}`) }] : []),
          {
            label: t("match.distance"),
            value: km === null ? t("match.no_km") : t("match.km", { km: formatCount(km) }),
          },
          {
            label: t("match.forum"),
            value: t(forum ? `match.forum.${forum.words}` : "match.forum.none"),
            note: forum ? t("match.forum_rule", { rule: forum.rule, cite: forum.cite }) : undefined,
          },
        ]}
      />
    </Card>
  );
}
