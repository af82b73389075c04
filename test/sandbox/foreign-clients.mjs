// Clients that nobody here wrote, against the sandbox: they must be accepted with the right secret and refused with a wrong one.
// Run by hand: it installs from the npm registry into a temporary folder, which it removes.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultAccount } from './accounts.ts';
import { startSandbox } from './sandbox.ts';

// They all stamp requests with the local time, and the platform reads it as China's.
process.env.TZ = 'Asia/Shanghai';
// They were written for older Nodes.
process.noDeprecation = true;

const method = 'alibaba.alsc.crm.sales.opportunity.process.unfollow';

/** Each call resolves with the answer's inner object and rejects with the error_response, or an Error that has its code. */
const callbackClient =
  (exportName) =>
  (library, { url, secret }, parameters) =>
    new Promise((resolve, reject) => {
      const client = new library[exportName]({ appkey: defaultAccount.appKey, appsecret: secret, url });
      client.execute(method, parameters, (error, answer) => (error ? reject(error) : resolve(answer)));
    });

const topclient = (library, { url, secret }, parameters) => {
  const options = { appkey: defaultAccount.appKey, appsecret: secret, REST_URL: url };
  return new library.default(options).execute(method, parameters);
};

const topsdk =
  (type) =>
  (Library, { url, secret }, parameters) =>
    new Library(defaultAccount.appKey, secret, url, { useValidators: false }).execute(method, parameters, type);

const clients = [
  { name: 'taobao-sdk', call: callbackClient('ApiClient') },
  { name: 'ali-topsdk', call: callbackClient('ApiClient') },
  { name: 'node-taobao-topclient', call: topclient },
  // It signs an object as `[object Object]` and sends JSON: refused by the platform too, unless given JSON text.
  { name: 'topsdk', call: topsdk('post'), objectRefused: '25' },
  { name: 'topsdk', call: topsdk('file_upload'), objectRefused: '25' },
];

const cases = [
  { secret: 'right', give: 'JSON text', expected: () => 'accepted' },
  { secret: 'wrong', give: 'JSON text', expected: () => '25' },
  { secret: 'right', give: 'object', expected: ({ objectRefused }) => objectRefused ?? 'accepted' },
];

const folder = await mkdtemp(join(tmpdir(), 'foreign-clients-'));
await writeFile(join(folder, 'package.json'), '{"private":true}');
const names = [...new Set(clients.map(({ name }) => name))];
await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...names], { cwd: folder });
const load = createRequire(join(folder, 'package.json'));
const versionOf = async (name) =>
  JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;

const sandbox = await startSandbox();
const rows = [];
for (const client of clients) {
  for (const { secret, give, expected } of cases) {
    sandbox.reset();
    const release = {
      ext_info: '{}',
      opportunity_id: '20191214888',
      memo: '老板不接受',
      operator_id: 'kyr13386',
      operator_name: '王五',
      out_release_time: '2019-12-09 17:24:43',
      req_id: `foreign-${rows.length}`,
      territory_code: 'keruyun_POS_2019',
    };
    const parameters = {
      session: defaultAccount.session,
      param_top_leads_release_request: give === 'object' ? release : JSON.stringify(release),
    };
    const connection = { url: sandbox.gatewayUrl, secret: secret === 'right' ? defaultAccount.appSecret : 'another' };
    let heard;
    try {
      heard = (await client.call(load(client.name), connection, parameters))?.value ?? 'no value';
    } catch (error) {
      heard = `error ${error?.code ?? error}`;
    }
    const [entry] = sandbox.ledger().entries;
    const verdict = entry?.verdict.kind === 'refused' ? entry.verdict.code : (entry?.verdict.kind ?? 'no request');
    const heardRight = verdict === 'accepted' ? heard === '20191214888' : heard === `error ${verdict}`;
    rows.push({
      client: `${client.name} ${await versionOf(client.name)}`,
      form: entry?.contentType.split(';')[0].split('/')[1] ?? '-',
      sign: entry?.signMethod ?? '-',
      given: give,
      secret,
      expected: expected(client),
      verdict,
      heard,
      ok: verdict === expected(client) && heardRight,
    });
  }
}
await sandbox.close();
await rm(folder, { recursive: true, force: true });

console.table(rows);
const wrong = rows.filter(({ ok }) => !ok).length;
console.log(
  wrong === 0 ? `${rows.length} of ${rows.length} as expected` : `${wrong} of ${rows.length} not as expected`,
);
process.exit(wrong === 0 ? 0 : 1);
