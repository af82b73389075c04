import { batch, signal } from '@preact/signals';

/** Where a surface is, in its address' hash, so that a reload stays there and a link can lead there. */
export type Route =
  /** Of the page beside it, unless an id says which. */
  | { screen: 'opportunity'; opportunityId?: string }
  | { screen: 'release'; opportunityId: string }
  | { screen: 'outreach' }
  | { screen: 'cards' }
  /** `part`: what in the form to begin with. */
  | { screen: 'edit'; opportunityId: string; part?: string | undefined }
  | { screen: 'jobs' }
  /** `columns`: a draft's first step instead of its second. */
  | { screen: 'job'; jobId: string; part?: 'columns' }
  /** `operation` is empty where none is chosen yet. */
  | { screen: 'bulk'; operation: string }
  | { screen: 'teach' }
  | { screen: 'im-settings' }
  | { screen: 'journal' };

const routes = signal<Route>(readRoute(globalThis.location?.hash ?? ''));

/** The route on the screen. */
export const route = routes;

/** Counts up with every going somewhere, also to where one is: a screen begins anew with each. */
export const visit = signal(0);

/** Follows the address from now on (back and forward, links). */
export function followAddress(): void {
  const follow = () => {
    const next = readRoute(location.hash);
    // Our own going somewhere changes the address as well.
    if (routeHash(next) !== routeHash(routes.value)) show(next);
  };
  globalThis.addEventListener('hashchange', follow);
  // It may have changed since this module was loaded.
  follow();
}

export function goTo(next: Route): void {
  location.hash = routeHash(next);
  show(next);
}

function show(next: Route): void {
  batch(() => {
    routes.value = next;
    visit.value += 1;
  });
}

export function routeHash(next: Route): string {
  switch (next.screen) {
    case 'release':
    case 'edit':
    case 'opportunity': {
      const part = 'part' in next ? next.part : undefined;
      return ['#', next.screen, next.opportunityId, part].filter(Boolean).map(encodePart).join('/');
    }
    case 'job':
      return `#/jobs/${encodeURIComponent(next.jobId)}${next.part ? `/${next.part}` : ''}`;
    case 'bulk':
      return `#/bulk${next.operation ? `/${next.operation}` : ''}`;
    default:
      return `#/${next.screen}`;
  }
}

/** An address that leads nowhere leads to the opportunity. */
export function readRoute(hash: string): Route {
  const [screen, argument = '', part] = hash.replace(/^#\/?/, '').split('/').map(decode);
  if (screen === 'release') return { screen, opportunityId: argument };
  if (screen === 'edit') return { screen, opportunityId: argument, ...(part && { part }) };
  if (screen === 'jobs') {
    if (argument === '') return { screen };
    return { screen: 'job', jobId: argument, ...(part === 'columns' && { part }) };
  }
  if (screen === 'bulk') return { screen, operation: argument };
  if (screen === 'cards' || screen === 'outreach' || screen === 'teach') return { screen };
  if (screen === 'journal' || screen === 'im-settings') return { screen };
  return screen === 'opportunity' && argument ? { screen, opportunityId: argument } : { screen: 'opportunity' };
}

function encodePart(part: string | undefined = ''): string {
  return part === '#' ? part : encodeURIComponent(part);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
