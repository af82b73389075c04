/** What the browser shows outside its window. Others may see the screen: no names, numbers or titles in it. */
export interface Notice {
  /** A newer one with the same id takes the place of an older one. */
  id: string;
  title: string;
  message: string;
}

type Browser = Pick<typeof import('wxt/browser').browser, 'permissions' | 'notifications'>;

/** Makes the way to show a notification; without the permission nothing is shown. */
export function createNotify(browser: Browser): (notice: Notice) => Promise<void> {
  return async ({ id, title, message }) => {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    await browser.notifications.create(id, { type: 'basic', iconUrl: '/icon/128.png', title, message });
  };
}
