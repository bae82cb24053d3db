import type { PostMessageInput } from "#app/domain/conversation/message.ts";
import { newId } from "#app/domain/ids.ts";
import { postMessage } from "#app/use-cases/conversation/post-message.server.ts";
import { type Person, value, type World } from "./world.ts";

type Given = Partial<PostMessageInput> & { caseId: string; zone?: string };

/** The composer's form as a person fills it in: an answer within a day, unless told otherwise. */
export const messageForm = (world: World, given: Given) => ({
  key: newId(world.now),
  body: "Which address did the debtor give last?",
  due: "day" as const,
  file: [],
  zone: "UTC",
  ...given,
});

export const tryMessage = (world: World, by: Person, given: Given) =>
  postMessage(world.ctx(by.actor), messageForm(world, given));

export const aMessage = async (world: World, by: Person, given: Given) =>
  value(await tryMessage(world, by, given));
