import { appearance } from './zh-cn/settings/appearance';
import { connections } from './zh-cn/settings/connections';
import { data } from './zh-cn/settings/data';
import { defaults } from './zh-cn/settings/defaults';
import { options } from './zh-cn/settings/options';
import { security } from './zh-cn/settings/security';
import { sites } from './zh-cn/settings/sites';

/** What only the options page says, kept apart so that the popup does not carry it. */
export const zhCnSettings = { appearance, connections, data, defaults, options, security, sites };

export type SettingsMessages = typeof zhCnSettings;
