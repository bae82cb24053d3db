/** Words of the pack for Germany. */
export const lawDe = {};
