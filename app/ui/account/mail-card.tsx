import { Fragment } from "react";
import { localeOfTag, localeTags } from "#app/messages/locale.ts";
import { Instant } from "#app/ui/format.tsx";
import { useT } from "#app/ui/messages.tsx";

type MailCardProps = {
  mail: { toAddress: string; subject: string; body: string; locale: string; createdAt: string | Date };
  publicUrl: string;
};

/** One mail as its reader would see it; its links into the product can be followed. */
export function MailCard({ mail, publicUrl }: MailCardProps) {
  const t = useT();
  const own = `${publicUrl}/`;
  return (
    <article className="card">
      <h2>{mail.subject}</h2>
      <p className="hint">
        {t("outbox.to", { address: mail.toAddress })}, <Instant at={mail.createdAt} zone="UTC" />
      </p>
      <div className="mail-text" lang={localeTags[localeOfTag(mail.locale)]}>
        {mail.body.split(/(https?:\/\/\S+)/).map((part, at) => (
          <Fragment key={at}>
            {part.startsWith(own) ? <a href={part.slice(publicUrl.length)}>{part}</a> : part}
          </Fragment>
        ))}
      </div>
    </article>
  );
}
