import type { DeRule } from "#app/domain/law/named/de/names.ts";
import type { Check } from "#app/domain/law/scene.ts";

export const deRules: Record<DeRule, Check> = {};
