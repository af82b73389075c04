import { fetchRecord, recordView } from './record-view.js';

const lateMs = 3000;

const draw = async () => {
  const record = await fetchRecord(location.pathname.split('/').at(-1));
  if (record) document.querySelector('#view').replaceChildren(...recordView(record));
};

setTimeout(draw, lateMs);
