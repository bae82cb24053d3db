/** Data as a download, kept by no cache on the way. */
export const jsonFile = ({ text, fileName }: { text: string; fileName: string }): Response =>
  new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
