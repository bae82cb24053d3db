import { Download } from "lucide-react";
import { useT } from "#app/ui/messages.tsx";

type ProofLinkProps = {
  proof: { id: string; fileName: string; sizeBytes: number } | null;
};

/** A document to download; nothing uploaded is ever shown inside the product's own pages. */
export function ProofLink({ proof }: ProofLinkProps) {
  const t = useT();
  if (!proof) return <>{t("licence.no_proof")}</>;
  const size = Math.max(1, Math.round(proof.sizeBytes / 1024));
  return (
    <a href={`/documents/${proof.id}`} download>
      <Download aria-hidden size={16} /> {t("documents.download", { name: proof.fileName, size })}
    </a>
  );
}
