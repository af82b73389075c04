import { createReadStream } from 'node:fs';
import { type Finding, verifyLines } from './verify-journal-file.ts';

/** `npm run verify-journal FILE`: exits with 0 (whole), 1 (broken), 2 (could not be read). */
const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) {
  console.error('usage: npm run verify-journal FILE');
  process.exitCode = 2;
} else {
  const finding = await verifyLines(linesOf(file)).catch(
    (error: Error): Finding => ({ kind: 'unreadable', what: error.message }),
  );
  process.exitCode = report(finding);
}

function report(finding: Finding): 0 | 1 | 2 {
  switch (finding.kind) {
    case 'unreadable':
      console.error(`UNREADABLE: ${finding.what}`);
      return 2;
    case 'broken': {
      const entry = finding.sequence === undefined ? '' : `, entry ${finding.sequence}`;
      console.error(`BROKEN at line ${finding.line}${entry}: ${finding.what}.`);
      return 1;
    }
    case 'whole': {
      const { entries, filter, lastSequence, lastHash } = finding;
      console.log(`WHOLE: ${entries} entries, each as it was written, none moved, none missing in between.`);
      if (filter !== undefined)
        console.log(
          `Part of a journal, by this filter: ${JSON.stringify(filter)}. What was left out cannot be judged.`,
        );
      console.log(`Last entry: ${lastSequence} ${lastHash}`);
      console.log(
        'Compare its hash with that entry in the journal itself: a file cannot prove that it was not made anew.',
      );
      return 0;
    }
  }
}

/** By bytes: a line is what was hashed, to the last one. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    rest.push(chunk.subarray(from));
  }
  yield Buffer.concat(rest);
}
