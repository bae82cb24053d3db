import { buildVersion, standing } from "#app/domain/contact/wording.ts";
import type { T } from "#app/messages/translate.ts";

export type TemplateHead = {
  id: string;
  pack: string;
  step: string;
  channel: "email" | "sms" | "post";
  language: "en" | "de" | "zh";
  version: number;
};

/** A template by its name; a new one goes by its id until it has one. */
export function templateName(t: T, id: string): string {
  const key = `contact.template.${id}`;
  return t.has(key) ? t(key) : id;
}

/** The build's version, and which of its wordings. */
export function versionName(t: T, version: number): string {
  const [build, number] = [buildVersion(version), standing(version) % 1_000];
  return number === 0
    ? t("wording.version", { version: build })
    : t("wording.version_other", { version: build, number });
}
