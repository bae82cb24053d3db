/** A PDF as a download: never shown from this origin, and kept by no cache on the way. */
export const pdfFile = ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
