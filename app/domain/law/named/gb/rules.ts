import type { GbRule } from "#app/domain/law/named/gb/names.ts";
import type { Check } from "#app/domain/law/scene.ts";

export const gbRules: Record<GbRule, Check> = {};
