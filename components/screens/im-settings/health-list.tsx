import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { type Tone, toneIcons } from '@/components/ui/tone';
import { imMessages } from '@/lib/i18n/im-messages';
import type { ImHealthCheck, ImView } from '@/lib/messages/im-contract';
import { createNamer } from './account-names';
import styles from './im-settings.module.css';

/** What a manager would look for, what is wrong first; what is in order is folded away where something is not. */
export function HealthList({ view }: { view: ImView }) {
  const words = imMessages.value;
  const found = view.health.filter(({ state }) => state !== 'ok');
  const passed = view.health.filter(({ state }) => state === 'ok');
  const findings = found.filter(({ state }) => state !== 'unknown').length;
  return (
    <Section title={words.checks} end={<span class={styles.count}>{countOf(findings, passed.length)}</span>}>
      {found.length > 0 && <Checks checks={found} view={view} />}
      {found.length === 0 && <Checks checks={passed} view={view} />}
      {found.length > 0 && passed.length > 0 && (
        <Disclosure summary={words.passed(passed.length)}>
          <Checks checks={passed} view={view} />
        </Disclosure>
      )}
    </Section>
  );
}

function countOf(findings: number, passed: number): string {
  const words = imMessages.value;
  if (findings > 0) return words.findings(findings);
  return passed > 0 ? words.passed(passed) : '';
}

const tones: Record<ImHealthCheck['state'], Tone> = { ok: 'ok', warn: 'warn', bad: 'bad', unknown: 'unknown' };

function Checks({ checks, view }: { checks: readonly ImHealthCheck[]; view: ImView }) {
  return (
    <ul class={styles.checks} aria-label={imMessages.value.checks}>
      {checks.map((check) => (
        <Check key={check.question} check={check} view={view} />
      ))}
    </ul>
  );
}

/** Beyond that many the names would hide what it is about. */
const shownNames = 8;

function Check({ check: { question, state, accountIds }, view }: { check: ImHealthCheck; view: ImView }) {
  const words = imMessages.value;
  const sentences = words.health[question];
  const isFound = state === 'warn' || state === 'bad';
  const sentence = isFound ? sentences.bad : sentences[state === 'ok' ? 'ok' : 'unknown'];
  const people = view.settings.accounts.filter(({ accountId }) => accountIds.includes(accountId));
  const names = people.slice(0, shownNames).map(createNamer(words, view.settings.accounts));
  const rest = people.length > shownNames ? ` … ${people.length}` : '';
  const whom = `${names.join(words.separator)}${rest}`;
  // The sentence about somebody begins with the names; a setting's stands for itself.
  const isAboutPeople =
    question === 'disabled-in-rotation' || question === 'disabled-with-areas' || question === 'without-areas';
  return (
    <li class={styles.check}>
      <Icon shape={toneIcons[tones[state]]} class={styles[state]} />
      <div>
        <div>{isFound && isAboutPeople ? `${whom} · ${sentence}` : sentence}</div>
        {isFound && <div class={styles.note}>{sentences.reason}</div>}
        {isFound && !isAboutPeople && whom !== '' && <div class={styles.note}>{words.people(whom)}</div>}
      </div>
    </li>
  );
}
