import { issueSentence, wordsOf } from '@/components/screens/batch/batch-text-field';
import type { TextFields } from '@/components/screens/batch/text-fields';
import { Button } from '@/components/ui/button';
import { FieldNotes } from '@/components/ui/field-notes';
import { IconButton } from '@/components/ui/icon-button';
import { plus } from '@/components/ui/icons';
import { cross } from '@/components/ui/screen-icons';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { whenReleased } from '@/components/ui/when-released';
import { batchMessages } from '@/lib/i18n/batch-messages';
import { submitOutreach } from '@/lib/operations/submit-outreach';
import type { JsonField } from './json-field';
import styles from './json-field-view.module.css';

interface JsonFieldViewProps {
  prefix: string;
  name: 'input_params' | 'output_params';
  form: TextFields;
  json: JsonField;
}

/** A field of JSON text: by name and value, or as the text itself. */
export function JsonFieldView({ prefix, name, form, json }: JsonFieldViewProps) {
  const { outreach } = batchMessages.value;
  const { label, hint } = wordsOf(name);
  const id = `${prefix}-${name}`;
  const isPairs = json.mode.value === 'pairs';
  const text = form.value(name);
  const error = faultSentence(json) ?? issueSentence(form.issueOf(name), submitOutreach.fields);
  const note = isPairs ? outreach.pairHints[name] : json.canPair.value || error ? hint : outreach.onlyJson;
  return (
    <fieldset id={isPairs ? id : undefined} class={styles.field} aria-describedby={`${id}-hint`}>
      <legend class={styles.head}>
        {label}
        <Button
          kind="link"
          disabled={!isPairs && !json.canPair.value}
          onClick={() => json.chooseMode(isPairs ? 'json' : 'pairs')}
        >
          {isPairs ? outreach.asJson : outreach.asPairs}
        </Button>
      </legend>
      {isPairs ? (
        <Pairs id={id} json={json} />
      ) : (
        <TextArea
          id={id}
          aria-label={label}
          aria-describedby={error ? `${id}-error` : `${id}-hint`}
          aria-invalid={error ? true : undefined}
          code
          value={text.value}
          onValue={(value) => {
            text.value = value;
          }}
          onBlur={() => whenReleased(() => form.leave(name))}
        />
      )}
      <FieldNotes id={id} hint={note} error={error} />
    </fieldset>
  );
}

function Pairs({ id, json }: { id: string; json: JsonField }) {
  const { outreach } = batchMessages.value;
  return (
    <>
      {json.pairs.value.map(([name, value], index) => (
        <div key={`${id}-${index}`} class={styles.pair}>
          <TextInput
            id={`${id}-name-${index}`}
            aria-label={outreach.pairName}
            placeholder={outreach.pairName}
            code
            value={name}
            onValue={(text) => json.setPair(index, [text, value])}
          />
          <TextInput
            id={`${id}-value-${index}`}
            aria-label={outreach.pairValue}
            placeholder={outreach.pairValue}
            value={value}
            onValue={(text) => json.setPair(index, [name, text])}
          />
          <IconButton icon={cross} label={outreach.removePair(name)} onClick={() => json.removePair(index)} />
        </div>
      ))}
      <div>
        <Button icon={plus} kind="ghost" onClick={() => json.addPair()}>
          {outreach.addPair}
        </Button>
      </div>
    </>
  );
}

function faultSentence(json: JsonField): string | undefined {
  const { outreach } = batchMessages.value;
  const fault = json.fault.value;
  if (!fault) return undefined;
  return fault.kind === 'repeated' ? outreach.repeatedName(fault.name) : outreach.namelessPair;
}
