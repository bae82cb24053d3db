/** The key of a row in an address, where its own slash is written as a tilde. */
export const rowKeyIn = ({ rowKey = "" }: { rowKey?: string }) => rowKey.replaceAll("~", "/");
