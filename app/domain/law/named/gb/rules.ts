import {
  notGenuinelyDisputed,
  rightCourtForGoods,
  sevenClearDays,
  underEnglishLaw,
} from "#app/domain/law/named/gb/court.ts";
import type { GbRule } from "#app/domain/law/named/gb/names.ts";
import {
  documentsProvided,
  lateReplyAwaited,
  letterGoesOutInTime,
  letterPostedInTime,
  noticeOfIntentionOver,
  replyTimeOver,
  responseTimeOver,
} from "#app/domain/law/named/gb/protocol.ts";
import { registerNumberFits } from "#app/domain/law/named/gb/register-number.ts";
import type { Check } from "#app/domain/law/scene.ts";

export const gbRules: Record<GbRule, Check> = {
  underEnglishLaw,
  letterPostedInTime,
  letterGoesOutInTime,
  responseTimeOver,
  replyTimeOver,
  documentsProvided,
  noticeOfIntentionOver,
  lateReplyAwaited,
  rightCourtForGoods,
  sevenClearDays,
  notGenuinelyDisputed,
  registerNumberFits,
};
