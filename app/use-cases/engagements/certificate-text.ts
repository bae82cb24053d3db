import { type PaperSection, type PaperText, paperLanguages } from "#app/domain/engagements/contents.ts";
import { translator } from "#app/messages/catalogue.ts";
import { formatInstant } from "#app/messages/format.ts";
import type { Reader } from "./paper-text.ts";

/** What a certificate is about: the mandate itself, or one of its amendments. */
export type CertifiedPaper = {
  code: string;
  jurisdiction: string;
  /** Null for the mandate. */
  amendment: number | null;
  documentHash: string;
  authorityHash: string | null;
  /** For an amendment: the mandate it changes. */
  engagementHash: string | null;
};

export type CertifiedSignature = {
  side: "creditor" | "collector";
  name: string;
  firm: string;
  email: string;
  codeSentAt: Date | null;
  address: string;
  signedAt: Date;
};

/** The certificate in the languages of the paper it belongs to. */
export const certificateTexts = (
  paper: CertifiedPaper,
  signatures: CertifiedSignature[],
  madeAt: Date,
): PaperText[] =>
  paperLanguages(paper.jurisdiction).map((locale) =>
    certificateText(paper, signatures, madeAt, { t: translator(locale), locale }),
  );

function certificateText(
  paper: CertifiedPaper,
  signatures: CertifiedSignature[],
  madeAt: Date,
  reader: Reader,
): PaperText {
  const { t, locale } = reader;
  const { code, amendment } = paper;
  const name =
    amendment === null
      ? t("certificate.paper.engagement", { case: code })
      : t("certificate.paper.amendment", { case: code, number: amendment });
  return {
    language: locale,
    title: t("certificate.title", { paper: name }),
    lead: t("certificate.lead", { time: formatInstant(madeAt.toISOString(), "UTC", locale) }),
    sections: [filesOf(paper, reader), ...signatures.map((each) => signatureOf(each, reader))],
  };
}

function filesOf(
  { documentHash, authorityHash, engagementHash }: CertifiedPaper,
  { t }: Reader,
): PaperSection {
  return {
    heading: t("certificate.files"),
    rows: [
      [t("certificate.document"), documentHash],
      ...optional(t("certificate.authority"), authorityHash),
      ...optional(t("certificate.engagement"), engagementHash),
    ],
    paragraphs: [],
  };
}

const optional = (label: string, value: string | null): [string, string][] => (value ? [[label, value]] : []);

function signatureOf(
  { side, name, firm, email, codeSentAt, address, signedAt }: CertifiedSignature,
  { t, locale }: Reader,
): PaperSection {
  const time = (at: Date) => formatInstant(at.toISOString(), "UTC", locale);
  return {
    heading: t(`certificate.side.${side}`),
    rows: [
      [t("certificate.name"), name],
      [t("certificate.firm"), firm],
      ...optional(
        t("certificate.identified"),
        codeSentAt && t("certificate.identified_value", { email, time: time(codeSentAt) }),
      ),
      [t("certificate.at"), `${time(signedAt)} UTC`],
      ...optional(t("certificate.address"), address),
    ],
    paragraphs: [t("certificate.consent")],
  };
}
