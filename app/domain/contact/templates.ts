import type { PackId } from "#app/domain/law/pack.ts";
import { cnTemplates } from "./templates/cn.data.ts";
import { deTemplates } from "./templates/de.data.ts";
import { gbTemplates } from "./templates/gb.data.ts";
import { smsTemplates } from "./templates/sms.data.ts";
import type { Template } from "./templates/template.ts";
import { usTemplates } from "./templates/us.data.ts";

/** Every version there ever was; only the last of each id is written from. */
export const templates: readonly Template[] = [
  ...usTemplates,
  ...gbTemplates,
  ...deTemplates,
  ...cnTemplates,
  ...smsTemplates,
];

/** What can be written from under a pack: the newest version of each of its templates. */
export function templatesOf(pack: PackId): Template[] {
  const newest = new Map<string, Template>();
  for (const each of templates) {
    if (each.pack === pack && each.version > (newest.get(each.id)?.version ?? 0)) newest.set(each.id, each);
  }
  return [...newest.values()];
}

/** The very version that a message was written from. */
export const templateOf = (id: string, version: number): Template | null =>
  templates.find((each) => each.id === id && each.version === version) ?? null;
