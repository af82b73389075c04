import { afterAll, beforeAll, test } from 'vitest';
import { edit } from '../../assets/messages/zh-cn/edit.ts';
import type { ErrorSentence } from '../../assets/messages/zh-cn/errors.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import {
  getMethod,
  openCrmStage,
  openEdit,
  putMethod,
  refusal,
  save,
  startAfresh,
  told,
  writesTo,
} from './crm-stage.ts';
import type { Stage } from './stage.ts';
import { said } from './words.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openCrmStage();
  await startAfresh(stage);
});
afterAll(() => stage.close());

// Each is about a record of its own: they wait side by side.

type Fault = Parameters<Sandbox['addFaults']>[0][number];
type Case = readonly [name: string, fault: Fault, sentence: ErrorSentence];

const reading = { ...edit.reasons, ...edit.readingReasons };

const atReading: readonly Case[] = [
  ['100401', { kind: 'session-expired' }, reading['signed-in-elsewhere']],
  ['100100', refusal(200, 100100), reading['no-permission-or-not-found']],
  ['401', refusal(401), reading['token-refused']],
  ['403', refusal(403), reading['crm-no-permission']],
  ['404', refusal(404), reading['no-such-record']],
  ['404 without the CRM’s words', { kind: 'http-status', status: 404 }, reading['no-such-address']],
  ['422', refusal(422), reading['refused-by-crm']],
  ['429', { kind: 'throttled' }, reading['crm-limit']],
  ['500', refusal(500), reading['platform-unavailable']],
  ['502', { kind: 'http-status', status: 502 }, reading['platform-unavailable']],
  ['an unknown code', refusal(200, 123456), reading['unlisted-code']],
  ['a page of HTML', { kind: 'html' }, reading.html],
  ['no JSON', { kind: 'body', text: 'OK' }, reading['not-json']],
  ['nothing', { kind: 'body', text: '' }, reading['empty-answer']],
  ['half an answer', { kind: 'truncated' }, reading['cut-off']],
  ['more than 10 MB', { kind: 'oversize' }, said.errorReasons['too-large']],
  ['another JSON', { kind: 'body', text: '[1,2]' }, reading['not-an-ikcrm']],
];

const idOf = (cases: readonly Case[], name: string, first: number) =>
  `${first + cases.findIndex(([other]) => other === name)}`;

test.concurrent.each(atReading)(
  '%s at reading: its own sentence and next step, and then it is read',
  async (name, fault, sentence) => {
    const id = idOf(atReading, name, 20191215110);
    stage.sandbox.addFaults([{ ...fault, match: { method: getMethod, object: id } }]);
    const panel = await openEdit(stage, id);
    await told(panel, sentence.title);
    await told(panel, sentence.next);
    if ((await panel.locator('#edit-title').count()) > 0) throw new Error('A form stands there.');
    await panel.getByRole('button', { name: edit.readAgain }).click();
    await panel.locator('#edit-title').waitFor();
    await panel.close();
  },
);

const atTheWrite: readonly Case[] = [
  ['502', { kind: 'http-status', status: 502 }, edit.reasons['platform-unavailable']],
  ['a page of HTML', { kind: 'html' }, edit.reasons.html],
  ['no JSON', { kind: 'body', text: 'OK' }, edit.reasons['not-json']],
  ['nothing', { kind: 'body', text: '' }, edit.reasons['empty-answer']],
  ['half an answer', { kind: 'truncated' }, edit.reasons['cut-off']],
  ['more than 10 MB', { kind: 'oversize' }, said.errorReasons['too-large']],
];

test.concurrent.each(atTheWrite)(
  '%s at the write: looked for in the record, then unknown, and a person settles it',
  async (name, fault, sentence) => {
    const id = idOf(atTheWrite, name, 20191215130);
    const panel = await openEdit(stage, id);
    // Whatever the CRM did with it, the record does not show it.
    stage.sandbox.changeData([{ kind: 'opportunity', id, set: { locked_fields: ['note'] } }]);
    stage.sandbox.addFaults([{ ...fault, match: { method: putMethod, object: id } }]);
    await panel.locator('#edit-note').fill(`不知道写没写 ${name}`);
    await save(panel, 1);
    await told(panel, edit.unknown);
    await told(panel, sentence.title);
    if (writesTo(stage, id).length !== 1) throw new Error('It was written more than once.');
    await panel.getByRole('button', { name: edit.markNotSaved }).click();
    await told(panel, edit.decidedByPerson);
    await panel.close();
  },
);
