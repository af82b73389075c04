import { serveTables } from './serve-tables';
import type { TableAsk } from './table-protocol';

const serve = serveTables((answer) => postMessage(answer));

addEventListener('message', ({ data }: MessageEvent<TableAsk>) => serve(data));
