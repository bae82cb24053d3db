import { ActionForm } from "./action-form.tsx";
import { Button } from "./button.tsx";
import { useT } from "./messages.tsx";

/** What the single keys of lists do, and the switch for them: some speak to their computer, or touch keys by accident. */
export function KeysSwitch({ on }: { on: boolean }) {
  const t = useT();
  const keys = [
    ["j", "keys.next"],
    ["k", "keys.previous"],
    ["o", "keys.open"],
    ["/", "keys.search"],
  ] as const;
  return (
    <>
      <p>{t(on ? "keys.on" : "keys.off")}</p>
      <dl className="key-list">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <ActionForm action="/preferences" label={t("keys.title")} reloadDocument>
        <input type="hidden" name="next" value="/account#keys" />
        <Button name="keys" value={on ? "off" : "on"}>
          {t(on ? "keys.switch_off" : "keys.switch_on")}
        </Button>
      </ActionForm>
    </>
  );
}
