import { type KeyboardEvent, useId, useRef, useState } from "react";
import { mentionBegun } from "#app/domain/conversation/mentions.ts";
import { controlProps, FieldFrame, type FieldProps } from "#app/ui/field.tsx";
import { useField } from "#app/ui/form-answer.tsx";
import { useT } from "#app/ui/messages.tsx";

type MentionAreaProps = FieldProps & {
  /** The people of both parties: nobody else is offered, and nobody else is mentioned. */
  names: string[];
  rows: number;
  maxLength: number;
};
type Offer = { from: number; names: string[]; active: number };

/** A text in which `@` offers whom it may mean. Without a script it is a plain field, and a whole name typed by hand means the same. */
export function MentionArea({ name, label, hint, names, rows, maxLength }: MentionAreaProps) {
  const field = useField(name, { hint });
  const t = useT();
  const list = useId();
  const { area, offer, look, close, choose, onKeyDown } = useOffer(names);
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <div className="mention-area">
        <textarea
          ref={area}
          name={name}
          rows={rows}
          maxLength={maxLength}
          defaultValue={field.value}
          key={field.value}
          onInput={look}
          onSelect={look}
          onBlur={close}
          onKeyDown={onKeyDown}
          aria-autocomplete="list"
          aria-controls={offer ? list : undefined}
          aria-activedescendant={offer ? `${list}-${offer.active}` : undefined}
          {...controlProps(field, false)}
        />
        {offer && (
          <div role="listbox" id={list} className="mention-list" aria-label={t("messages.mention_list")}>
            {offer.names.map((each, at) => (
              <div
                key={each}
                role="option"
                tabIndex={-1}
                id={`${list}-${at}`}
                aria-selected={at === offer.active}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(each);
                }}
              >
                {each}
              </div>
            ))}
          </div>
        )}
        <p className="visually-hidden" role="status">
          {offer && t("messages.mention_offered", { count: offer.names.length })}
        </p>
      </div>
    </FieldFrame>
  );
}

/** Whom the `@` before the caret may mean, and what the keys do while that is open. */
function useOffer(names: string[]) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [offer, setOffer] = useState<Offer | null>(null);
  const close = () => setOffer(null);
  const look = () => {
    const { value = "", selectionStart = 0 } = area.current ?? {};
    const begun = mentionBegun(value, selectionStart, names);
    setOffer(begun && { ...begun, active: 0 });
  };
  const choose = (chosen: string) => {
    if (!area.current || !offer) return;
    area.current.setRangeText(`@${chosen} `, offer.from, area.current.selectionStart, "end");
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!offer || event.nativeEvent.isComposing) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: offer.names.length - 1 }[event.key];
    if (step !== undefined) setOffer({ ...offer, active: (offer.active + step) % offer.names.length });
    else if (event.key === "Enter" || event.key === "Tab") choose(offer.names[offer.active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return { area, offer, look, close, choose, onKeyDown };
}
