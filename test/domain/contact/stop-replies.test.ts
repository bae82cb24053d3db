import { expect, test } from "vitest";
import { isBareStop, isStop } from "#app/domain/contact/stop-replies.ts";

const bare = [
  "STOP",
  "stop.",
  "“Stop!”",
  "ＳＴＯＰ",
  "stop all",
  "UNSUBSCRIBE",
  "Quit",
  "退订",
  "T",
  "td",
  "STOPP",
  "keine SMS mehr",
];
const asked = [
  "please stop texting me",
  "Stop. I never had an account there.",
  "DON'T TEXT ME AGAIN",
  "do not contact me on this number",
  "no more messages, please",
  "leave me alone",
  "Bitte keine weiteren SMS an mich",
  "别再给我发短信了",
  "请不要再联系我",
];
const other = [
  "I paid in March, call me",
  "Who is this?",
  "I stopped working there last year",
  "Can we agree on 50 a month?",
  "这笔钱我已经还了",
  "Ich habe schon bezahlt",
  "",
];

test("the word alone ends the texts, in any dress", () => {
  for (const each of bare) expect([isStop(each), isBareStop(each)], each).toEqual([true, true]);
});

test("so does any other reasonable way to say it, which is a statement too", () => {
  for (const each of asked) expect([isStop(each), isBareStop(each)], each).toEqual([true, false]);
});

test("an answer about the debt ends nothing", () => {
  for (const each of other) expect(isStop(each), each).toBe(false);
});
