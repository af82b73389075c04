import { SaidByPlatform } from '@/components/app/said-by-platform';
import { ActionNotice } from '@/components/screens/options/action-notice';
import { bringIntoView } from '@/components/screens/options/focus';
import live from '@/components/screens/options/live.module.css';
import { List, ListRow } from '@/components/ui/list';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import type { ErrorData } from '@/lib/errors/app-error';
import { settingsMessages } from '@/lib/i18n/settings-messages';
import { tellError } from '@/lib/i18n/tell-error';
import type { ConnectionCheck } from '@/lib/messages/extension-contract';
import type { ConnectionForm } from './connection-form-model';

/** What the test found, part by part, in the order in which the platform checks them. */
export function TestResults({ form }: { form: ConnectionForm }) {
  const { connections: words } = settingsMessages.value;
  const checks = form.checks.value;
  return (
    <>
      <ActionNotice action={form.testAction} />
      <div class={live.live} aria-live="polite">
        {checks && (
          <div ref={bringIntoView}>
            <Section title={words.testResults} end={<Verdict checks={checks} />}>
              <List>
                {checks.map((check) => (
                  <CheckRow key={check.part} check={check} />
                ))}
              </List>
            </Section>
          </div>
        )}
      </div>
    </>
  );
}

function Verdict({ checks }: { checks: readonly ConnectionCheck[] }) {
  const { connections: words } = settingsMessages.value;
  if (checks.some(({ state }) => state === 'wrong')) return <Tag tone="bad">{words.testFailed}</Tag>;
  if (checks.every(({ state }) => state === 'ok')) return <Tag tone="ok">{words.testPassed}</Tag>;
  return <Tag tone="warn">{words.testIncomplete}</Tag>;
}

const tones = { ok: 'ok', wrong: 'bad', 'not-checked': 'neutral' } as const;

function CheckRow({ check: { part, state, error } }: { check: ConnectionCheck }) {
  const { connections: words } = settingsMessages.value;
  return (
    <ListRow
      title={words.testParts[part]}
      note={error && <Cause error={error} />}
      end={<Tag tone={tones[state]}>{words.testStates[state]}</Tag>}
    />
  );
}

function Cause({ error }: { error: ErrorData }) {
  const { title, next, said, requestId } = tellError(error);
  return (
    <>
      <div>{title}</div>
      <div>{next}</div>
      <SaidByPlatform said={said} requestId={requestId} />
    </>
  );
}
