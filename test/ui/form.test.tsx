import { expect, test } from "vitest";
import { ActionForm } from "#app/ui/action-form.tsx";
import { CheckboxGroup, RadioCards } from "#app/ui/choice-group.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { renderUi } from "#test/support/render-ui.tsx";

const refused = {
  errors: { name: ["error.required"], kind: ["error.choose"], form: ["error.invalid"] },
  values: { name: "<b>Acme</b>", note: "two\nlines", kind: "company", models: ["fixed", "hybrid"] },
};

const kinds = [
  { value: "consumer", label: "A consumer" },
  { value: "company", label: "A company" },
];
const models = ["success", "fixed", "hybrid"].map((value) => ({ value, label: value }));

const form = (answer: unknown) =>
  renderUi(
    <ActionForm id="f" answer={answer}>
      <TextField name="name" label="Name" hint="As in the contract" defaultValue="stored" />
      <div>
        <RadioCards name="kind" label="Debtor" choices={kinds} />
      </div>
      <TextArea name="note" label="Note" optional />
      <CheckboxGroup name="models" label="Fee models" choices={models} />
      <PasswordField name="password" label="Password" autoComplete="new-password" />
    </ActionForm>,
  );

test("a refused form loses nothing that was typed", () => {
  const html = form(refused);
  expect(html).toContain('value="&lt;b&gt;Acme&lt;/b&gt;"');
  expect(html).toContain(">two\nlines</textarea>");
  expect(html).toContain('checked="" value="company"');
  expect(html).not.toContain('checked="" value="consumer"');
  expect(html).toContain('name="models[]" checked="" value="fixed"');
  expect(html).not.toContain('checked="" value="success"');
});

test("each error stands beside its field, is tied to it, and the summary leads there by the field's name", () => {
  const html = form(refused);
  expect(html).toContain('<a href="#f-name">Name: Fill this in.</a>');
  expect(html).toContain('<a href="#f-kind">Debtor: Choose one of the options.</a>');
  expect(html).toContain("<li>This was not understood. Check it and try again.</li>");
  expect(html).toMatch(
    /<input[^>]*id="f-name"[^>]*aria-describedby="f-name-hint f-name-error"[^>]*aria-invalid="true"/,
  );
  expect(html).toMatch(/id="f-name-error"[^>]*><span[^>]*>Error: <\/span>Fill this in\./);
  expect(html).toMatch(/<fieldset[^>]*aria-describedby="f-kind-error"/);
  expect(html).toContain("3 things need your attention");
});

test("a form that was not refused shows stored values and no error", () => {
  for (const answer of [undefined, null, { ok: true }]) {
    const html = form(answer);
    expect(html).toContain('value="stored"');
    expect(html).not.toContain("error-summary");
    expect(html).not.toContain("aria-invalid");
  }
});

test("a password never comes back in the page", () => {
  const html = form({ errors: { password: ["error.required"] }, values: { password: "hunter2" } });
  expect(html).not.toContain("hunter2");
});

test("an error key without words is told in the general sentence, not shown raw", () => {
  const html = form({ errors: { name: ["error.no_such_key"] }, values: {} });
  expect(html).toContain("This was not understood");
  expect(html).not.toContain("no_such_key");
});

test("a select keeps its choice and offers none where none was made", () => {
  const select = (answer: unknown) =>
    renderUi(
      <ActionForm answer={answer}>
        <Select name="kind" label="Debtor" choices={[{ label: "All", choices: kinds }]} />
      </ActionForm>,
    );
  expect(select(refused)).toContain('<option value="company" selected="">');
  expect(select(null)).toContain('<option value="" selected="">');
});
