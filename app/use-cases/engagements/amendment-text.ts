import type { AmendmentContents } from "#app/domain/engagements/amendment.ts";
import { type PaperText, paperLanguages } from "#app/domain/engagements/contents.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatDate, formatInstant } from "#app/messages/format.ts";
import { feeSaid, named, type Reader } from "./paper-text.ts";

/** An amendment in every language of its mandate. */
export const amendmentTexts = (contents: AmendmentContents): PaperText[] =>
  paperLanguages(contents.case.jurisdiction).map((locale) =>
    amendmentText(contents, { t: translator(locale), locale }),
  );

/** The words of an amendment in one language: the same for the PDF that is signed and the page that shows it. */
export function amendmentText(contents: AmendmentContents, reader: Reader): PaperText {
  const { t, locale } = reader;
  const { number, case: kase, engagementHash, proposedBy, drawnUpAt, answerBy } = contents;
  const time = (at: string) => formatInstant(at, "UTC", locale);
  return {
    language: locale,
    title: t("amendment.paper_title", { number, case: kase.code }),
    lead: t("amendment.paper_lead", {
      time: time(drawnUpAt),
      side: t(`amendment.by.${proposedBy}`),
      hash: engagementHash,
    }),
    sections: [
      {
        heading: t("amendment.changes"),
        rows: changesOf(contents, reader),
        paragraphs: [
          ...(contents.changes.scope ? [t("amendment.scope_text")] : []),
          t("amendment.effect", { time: time(answerBy) }),
        ],
      },
    ],
  };
}

/** What changes, each as it was and as it is to be. */
function changesOf({ changes, before, case: kase }: AmendmentContents, reader: Reader): [string, string][] {
  const { t, locale } = reader;
  const line = (label: string, was: string, becomes: string): [string, string] => [
    label,
    t("amendment.from_to", { before: was, after: becomes }),
  ];
  const day = (on: string | null) => (on ? formatDate(on, locale) : t("amendment.no_end"));
  const { periodEndsOn, scope, fee } = changes;
  return [
    ...(periodEndsOn ? [line(t("amendment.period"), day(before.periodEndsOn), day(periodEndsOn))] : []),
    ...(scope
      ? [
          line(
            t("amendment.scope"),
            named(`scope.${before.scope}`, before.scope, reader),
            named(`scope.${scope}`, scope, reader),
          ),
        ]
      : []),
    ...(fee
      ? [
          line(
            t("amendment.fee"),
            feeSaid(before.fee, kase.currency, reader),
            feeSaid(fee, kase.currency, reader),
          ),
        ]
      : []),
  ];
}
