import { connectCrm } from './crm-stage.ts';
import { type Scene, speak } from './scene.ts';
import type { Stage } from './stage.ts';

type Area = {
  get(key: string): Promise<{ settings: { connections: Record<string, unknown>[] } }>;
  set(items: Record<string, unknown>): Promise<void>;
};

/** Adds the connection to the REST CRM, at a pace at which many screens are looked at and no limit is met. */
export async function addCrm({ stage }: Scene): Promise<void> {
  await speak(stage, 'zh-CN');
  await connectCrm(stage);
  await liftLimit(stage);
}

/** A pace and a CRM under which no limit is met. */
export async function liftLimit(stage: Stage): Promise<void> {
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
  const page = await stage.browser.openPage('options.html');
  await page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome;
    const { settings } = await storage.local.get('settings');
    const pace = { calls: 1000, concurrency: 1 };
    const connections = settings.connections.map((one) => (one.platform === 'ikcrm' ? { ...one, pace } : one));
    await storage.local.set({ settings: { ...settings, connections } });
  });
  await page.close();
}
