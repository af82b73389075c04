import { parseArgs } from 'node:util';
import { appWithoutPermission, defaultAccount, defaultRestToken, expiredSession, restLogin } from './accounts.ts';
import type { LedgerEntry } from './ledger.ts';
import { startSandbox } from './sandbox.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8787' }, opportunities: { type: 'string', default: '360' } },
});

const describeVerdict = ({ verdict }: LedgerEntry): string =>
  verdict.kind === 'refused' ? `refused ${verdict.code} ${verdict.subCode ?? ''}`.trimEnd() : verdict.kind;

const printEntry = (entry: LedgerEntry): void => {
  const about = [entry.method ?? '-', entry.objects.join(','), entry.key ?? ''].filter((text) => text !== '').join(' ');
  console.log(`${entry.at} ${about}: ${describeVerdict(entry)}, ${entry.delivery}`);
};

const sandbox = await startSandbox({
  port: Number(values.port),
  opportunities: Number(values.opportunities),
  onEntry: printEntry,
});

console.log(`Sandbox on ${sandbox.url} (loopback only)

partner CRM       ${sandbox.url}/crm/
REST CRM          ${sandbox.url}/opportunities, API under ${sandbox.url}/api/v2/
gateway           ${sandbox.gatewayUrl}
ledger            ${sandbox.url}/__sandbox/ledger
control           ${sandbox.url}/__sandbox/control

app key           ${defaultAccount.appKey}
app secret        ${defaultAccount.appSecret}
session           ${defaultAccount.session}
expired session   ${expiredSession}
REST CRM token    ${defaultRestToken}
REST CRM sign-in  ${restLogin.login} / ${restLogin.password}
app without permission: ${appWithoutPermission.appKey} / ${appWithoutPermission.appSecret} / ${appWithoutPermission.session}
`);
