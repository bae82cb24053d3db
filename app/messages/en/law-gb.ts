/** Words of the pack for England and Wales. */
export const lawGb = {};
