import { type Wording, wordingOf } from "#app/domain/contact/wording.ts";
import { proposeWording } from "#app/use-cases/wordings/propose-wording.server.ts";
import { standingTemplate } from "#app/use-cases/wordings/standing-template.server.ts";
import { lockWaitingWording } from "#db/queries/wordings.ts";
import { type Person, theAdmin, value, type World } from "./world.ts";

const inOtherWords = ({ subject, passages }: Wording): Wording => ({
  subject,
  passages: passages.map((text) => text.replace("Dear ", "Good morning ")),
});

type Given = { by?: Person; templateId?: string; words?: (from: Wording) => Wording };

/** One administrator asks for another beginning of a template. */
export const proposes = async (world: World, given: Given = {}) => {
  const template = await standingTemplate(world.db, given.templateId ?? "gb.first-notice");
  if (!template) throw new Error("no such template");
  const { subject, passages } = (given.words ?? inOtherWords)(wordingOf(template));
  return proposeWording(world.ctx((given.by ?? (await theAdmin(world))).actor), {
    ...{
      templateId: template.id,
      base: template.version,
      subject,
      passage: Object.fromEntries(passages.entries()),
    },
    reason: "The tests word it otherwise.",
  });
};

export async function aWordingProposal(world: World, given: Given = {}) {
  value(await proposes(world, given));
  const templateId = given.templateId ?? "gb.first-notice";
  const row = await world.db.transaction((tx) => lockWaitingWording(tx, templateId));
  if (!row) throw new Error("no wording waits");
  return row;
}
