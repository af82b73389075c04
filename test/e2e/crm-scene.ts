import { connectCrm } from './crm-stage.ts';
import { type Scene, speak } from './scene.ts';

/** Adds the connection to the REST CRM, at a pace at which many screens are looked at and no limit is met. */
export async function addCrm({ stage }: Scene): Promise<void> {
  await speak(stage, 'zh-CN');
  await connectCrm(stage);
  stage.sandbox.setShapes({ 'rest-limit': 'off' });
}
